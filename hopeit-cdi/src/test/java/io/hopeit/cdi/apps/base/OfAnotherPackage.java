package io.hopeit.cdi.apps.base;

/** Has a step that subclasses elsewhere cannot override. */
public abstract class OfAnotherPackage {
    String save(String text) {
        return text;
    }
}
