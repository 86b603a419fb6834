/** An application of small events that show, one by one, what a client can rely on. */
@AppPackage(name = "mock")
package io.hopeit.jaxrs.mock;

import io.hopeit.AppPackage;
