/** Events of an application that lists the plugin. */
@NullMarked
package io.hopeit.shop;

import org.jspecify.annotations.NullMarked;
