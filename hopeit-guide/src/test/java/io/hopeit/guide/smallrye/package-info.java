/** How it looks with MicroProfile Reactive Messaging. */
@NullMarked
package io.hopeit.guide.smallrye;

import org.jspecify.annotations.NullMarked;
