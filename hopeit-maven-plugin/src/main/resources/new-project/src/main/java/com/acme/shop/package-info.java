/** What may be null says so, as {@code @Nullable}; nothing else is. */
@NullMarked
package com.acme.shop;

import org.jspecify.annotations.NullMarked;
