/** How it looks with Spring Data Redis. */
@NullMarked
package io.hopeit.guide.spring;

import org.jspecify.annotations.NullMarked;
