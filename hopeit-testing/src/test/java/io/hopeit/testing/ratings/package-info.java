/** A plugin. */
@PluginPackage(name = "ratings", version = "2.0")
@NullMarked
package io.hopeit.testing.ratings;

import io.hopeit.PluginPackage;
import org.jspecify.annotations.NullMarked;
