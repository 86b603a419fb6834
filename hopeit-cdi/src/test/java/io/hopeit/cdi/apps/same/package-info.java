/** The main application once more, in another spelling. */
@AppPackage(name = "Shop")
package io.hopeit.cdi.apps.same;

import io.hopeit.AppPackage;
