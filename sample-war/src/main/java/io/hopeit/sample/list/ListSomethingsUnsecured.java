package io.hopeit.sample.list;

import io.hopeit.Auth;
import io.hopeit.GetEvent;
import io.hopeit.config.AuthMethod;

/** Lists all available Something objects, for everybody. */
@GetEvent(
        value = "list-somethings-unsecured",
        summary = "Simple Example: List Objects",
        description = "Lists all available Something objects")
@Auth(AuthMethod.UNSECURED)
public class ListSomethingsUnsecured extends ListSomethings {}
