/** The same application in another version, which cannot be. */
@AppPackage(name = "billing", version = "3.0")
package io.hopeit.cdi.apps.newer;

import io.hopeit.AppPackage;
