package io.hopeit.cdi.apps.base;

/** A public class whose step is of one that is not: the compiler gives it a method of its own for that. */
public class Shown extends Hidden {}

abstract class Hidden {
    public String save(String text) {
        return "saved " + text;
    }
}
