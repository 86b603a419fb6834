/** A plugin below an application. */
@PluginPackage(name = "tax", version = "0.1")
package io.hopeit.cdi.apps.billing.tax;

import io.hopeit.PluginPackage;
