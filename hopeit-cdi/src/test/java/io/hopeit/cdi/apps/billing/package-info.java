/** An application of its own. */
@AppPackage(name = "billing", version = "2.0")
package io.hopeit.cdi.apps.billing;

import io.hopeit.AppPackage;
