/** A plugin. */
@PluginPackage(name = "file-store", version = "1.1")
package io.hopeit.cdi.apps.store;

import io.hopeit.PluginPackage;
