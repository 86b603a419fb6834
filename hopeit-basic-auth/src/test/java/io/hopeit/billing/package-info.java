/** Another application of the same deployment. */
@NullMarked
@AppPackage(name = "billing", version = "1.0")
package io.hopeit.billing;

import io.hopeit.AppPackage;
import org.jspecify.annotations.NullMarked;
