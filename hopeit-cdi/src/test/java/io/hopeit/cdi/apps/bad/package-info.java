/** An application whose name is none. */
@AppPackage(name = "my app", version = "one two")
package io.hopeit.cdi.apps.bad;

import io.hopeit.AppPackage;
