package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.PostEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

/** Beans as parameters of steps that the container cannot give, and what their developer reads. */
class InjectionProblemsTest {
    private static final String HERE = InjectionProblemsTest.class.getName() + "$";

    interface Carrier {}

    @ApplicationScoped
    static class Bike implements Carrier {}

    @Dependent
    static class Truck implements Carrier {}

    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface Fast {}

    @ApplicationScoped
    @Fast
    static class Plane implements Carrier {}

    @Dependent
    static class Yard {
        @Produces
        @Fast
        Carrier train() {
            return new Truck();
        }
    }

    static final class NoProxy {}

    @Dependent
    static class Shop {
        @Produces
        @ApplicationScoped
        NoProxy sell() {
            return new NoProxy();
        }
    }

    @PostEvent
    static class Send {
        String run(String order, Carrier carrier) {
            return order;
        }
    }

    @PostEvent
    static class SendFast {
        String run(String order, @Fast Carrier carrier) {
            return order;
        }
    }

    @PostEvent
    static class SendWithout {
        String run(String order, NoProxy carrier) {
            return order;
        }
    }

    @Test
    void aBeanThatIsMissingNamesWhatMakesOne() {
        assertThat(Deployed.problems(Send.class))
                .contains("1. " + HERE + "Send.run(String, Carrier): parameter 2: there is no bean of type Carrier to "
                        + "inject: its class needs a scope, such as @ApplicationScoped, and its jar or WAR a beans.xml with "
                        + "bean-discovery-mode=\"annotated\"; a payload has to be the first parameter.");
    }

    @Test
    void beansThatAreAmbiguousAreNamed() {
        assertThat(Deployed.problems(Send.class, Truck.class, Bike.class, Plane.class))
                .contains("1. " + HERE + "Send.run(String, Carrier): parameter 2: there is more than one bean of type "
                        + "Carrier to inject, " + HERE + "Bike and " + HERE
                        + "Truck: tell them apart with a qualifier.");
    }

    @Test
    void beansThatAreAmbiguousAreNamedWithTheirQualifiersAndAProducerByItsClass() {
        assertThat(Deployed.problems(SendFast.class, Plane.class, Yard.class, Bike.class))
                .contains("there is more than one bean of type Carrier to inject, " + HERE + "Plane @Fast and " + HERE
                        + "Yard @Fast: tell them apart with a qualifier.");
    }

    @Test
    void aBeanWithAnotherQualifierIsNamed() {
        assertThat(Deployed.problems(Send.class, Plane.class))
                .contains(
                        "parameter 2: there is no bean of type Carrier to inject with the qualifiers of this parameter, "
                                + "only " + HERE + "Plane @Fast: give both the same.");
    }

    @Test
    void aBeanThatTheContainerCannotMakeAProxyOfNamesWhatItNeeds() {
        assertThat(Deployed.problems(SendWithout.class, Shop.class))
                .contains(
                        "SendWithout.run(String, NoProxy): parameter 2: the container cannot make a proxy of its bean: "
                                + "give it a constructor without parameters that is not private, and let neither it nor its methods "
                                + "be final.");
    }
}
