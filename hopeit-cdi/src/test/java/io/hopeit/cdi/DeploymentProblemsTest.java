package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.GetEvent;
import io.hopeit.PostEvent;
import io.hopeit.PutEvent;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.cdi.apps.base.OfAnotherPackage;
import io.hopeit.spi.EventCatalogue;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake has a bean, and the text that its developer reads. */
class DeploymentProblemsTest {
    private static final String HERE = DeploymentProblemsTest.class.getName() + "$";

    record Order(String id) {}

    record Stored(String path) {}

    interface Carrier {}

    @PostEvent
    @Steps({"crate", "save"})
    static class MisspelledStep {
        Order create(Order order) {
            return order;
        }

        Stored save(Order order) {
            return new Stored(order.id());
        }
    }

    @StreamEvent(read = "orders")
    @Steps({"process", "save"})
    static class TypesDoNotMeet {
        Stored process(Order order) {
            return new Stored(order.id());
        }

        Order save(Order order) {
            return order;
        }
    }

    @PostEvent
    @Steps({"one", "two", "three"})
    static class TypesNeverMeet {
        Order one(Order order) {
            return order;
        }

        List<Stored> two(Order order) {
            return List.of();
        }

        void three(Carrier[] carriers) {}
    }

    @PostEvent
    @Steps({"create", "audit", "save"})
    static class TakenBefore {
        Order create(Order order) {
            return order;
        }

        void audit(Order order) {}

        Order save(Order order) {
            return order;
        }
    }

    @StreamEvent(read = "orders")
    @Steps({"create", "audit", Steps.SHUFFLE, "save"})
    static class TakenBeforeShuffle {
        Order create(Order order) {
            return order;
        }

        void audit(Record any) {}

        void save(Order order) {}
    }

    @PostEvent
    static class InheritsHidden extends OfAnotherPackage {}

    @PostEvent
    @Steps({"forget", "save"})
    static class AfterNothing {
        void forget(Order order) {}

        Order save(Order order) {
            return order;
        }
    }

    @GetEvent
    static class PrivateStep {
        private String check() {
            return "";
        }
    }

    @GetEvent
    @Steps({"check", "state"})
    static class FinalAndStaticSteps {
        final String check() {
            return "";
        }

        static String state(String text) {
            return text;
        }
    }

    @GetEvent
    @PostEvent
    static class TwoTriggers {
        String run() {
            return "";
        }
    }

    @Dependent
    @Steps("run")
    static class NoTrigger {
        String run() {
            return "";
        }
    }

    @GetEvent
    static class NoStep {}

    @GetEvent
    static class WhichStep {
        String one() {
            return "";
        }

        String two() {
            return "";
        }
    }

    @GetEvent
    @Steps({"run"})
    static class Overloaded {
        String run() {
            return "";
        }

        String run(String text) {
            return text;
        }
    }

    @PostEvent
    @Steps({"run", "run"})
    static class Twice {
        Order run(Order order) {
            return order;
        }
    }

    @GetEvent("items/{id}")
    static class BadName {
        String run() {
            return "";
        }
    }

    @GetEvent
    static class Promise {
        CompletionStage<String> run() {
            return CompletableFuture.completedFuture("");
        }
    }

    @StreamEvent(read = "orders")
    static class RequestInStream {
        void run(Order order, @QueryParam("limit") int limit) {}
    }

    @StreamEvent(read = "orders")
    static class StreamWithoutPayload {
        void run() {}
    }

    @StreamEvent(
            read = "my orders",
            queues = {"high prio"})
    static class BadStream {
        void run(Order order) {}
    }

    @PostEvent
    @WriteStream
    static class WritesNowhere {
        Order run(Order order) {
            return order;
        }
    }

    @StreamEvent(
            read = "orders",
            queues = {"high", "high"})
    static class QueueTwice {
        void run(Order order) {}
    }

    abstract static class Base<T> {
        Object go(T payload) {
            return payload;
        }
    }

    @PostEvent
    static class OpenType extends Base<Order> {}

    @GetEvent
    static class NoConstructor {
        NoConstructor(String text) {}

        String run() {
            return "";
        }
    }

    @GetEvent
    static final class FinalClass {
        String run() {
            return "";
        }
    }

    @GetEvent
    @Steps({})
    static class NamesNone {
        String run() {
            return "";
        }
    }

    @GetEvent
    abstract static class AbstractClass {
        String run() {
            return "";
        }
    }

    @GetEvent
    interface AnInterface {
        default String run() {
            return "";
        }
    }

    @StreamEvent(
            read = "orders",
            queues = {})
    static class ReadsNoQueue {
        Order run(Order order) {
            return order;
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                one(
                        NamesNone.class,
                        "NamesNone: @Steps names no step: name the methods in order, or leave it out where there is one."),
                one(
                        MisspelledStep.class,
                        "MisspelledStep: @Steps names \"crate\", but the class has no such method. Did you mean \"create\"?"),
                one(
                        TypesDoNotMeet.class,
                        "TypesDoNotMeet.save(Order): receives Order, but the step before it returns Stored."),
                one(
                        TypesNeverMeet.class,
                        "TypesNeverMeet.three(Carrier[]): receives Carrier[], but the steps before it return Order, List<Stored>."),
                one(
                        AfterNothing.class,
                        "AfterNothing.save(Order): receives Order, but the step before it returns nothing."),
                one(
                        TakenBefore.class,
                        "TakenBefore.save(Order): never gets Order, as the step \"audit\" before it takes each one: return it from there, or put this step before that."),
                one(
                        TakenBeforeShuffle.class,
                        "TakenBeforeShuffle.save(Order): never gets Order, as the step \"audit\" before it takes each one: return it from there, or put this step before that."),
                one(
                        PrivateStep.class,
                        "PrivateStep.check: a step must not be private, final or static, or interceptors and injection would be skipped."),
                one(
                        TwoTriggers.class,
                        "TwoTriggers: has @GetEvent and @PostEvent; an event has exactly one trigger: make a class for each."),
                one(NoTrigger.class, "NoTrigger: has @Steps but no trigger; add one, such as @PostEvent."),
                one(NoStep.class, "NoStep: has no step: add a method that is not private or static."),
                one(
                        WhichStep.class,
                        "WhichStep: has 2 methods that could be steps (one, two): put them in order with @Steps."),
                one(
                        Overloaded.class,
                        "Overloaded: @Steps names \"run\", but the class has 2 methods of that name: give each a name of its own."),
                one(
                        Twice.class,
                        "Twice: @Steps names \"run\" twice: a value passes each step at most once, so name it once."),
                one(
                        BadName.class,
                        "BadName: \"items/{id}\" is not an event's name; use letters and digits, joined by dots, dashes or underscores, and route = \"...\" for path parameters."),
                one(
                        Promise.class,
                        "Promise.run(): returns CompletionStage<String>: return the value itself, a step may block."),
                one(
                        RequestInStream.class,
                        "RequestInStream.run(Order, int): @QueryParam needs a request, but this event reads a stream: take the value from the payload."),
                one(
                        StreamWithoutPayload.class,
                        "StreamWithoutPayload.run(): takes no payload, but the first step of a stream event receives the message: make it the first parameter."),
                one(
                        WritesNowhere.class,
                        "WritesNowhere: @WriteStream on an event needs the name of a stream and at least one queue."),
                one(
                        OpenType.class,
                        "Base.go(T): T is not known here: override the method with the types that are meant."),
                one(
                        NoConstructor.class,
                        "NoConstructor: is not a bean: it has to be a top-level or static nested class, with a constructor that has no parameters or @Inject."),
                one(QueueTwice.class, "QueueTwice: a queue is named twice in [high, high]; name each once."),
                one(
                        FinalClass.class,
                        "FinalClass: must not be final or a record: the container makes a subclass of it."),
                one(
                        AbstractClass.class,
                        "AbstractClass: must not be abstract or an interface: the container makes an instance of it."),
                one(
                        AnInterface.class,
                        "AnInterface: must not be abstract or an interface: the container makes an instance of it."),
                one(ReadsNoQueue.class, "ReadsNoQueue: @StreamEvent reads no queue; name one, such as AUTO."));
    }

    private static Arguments one(Class<?> bean, String line) {
        return Arguments.of(bean, "hopeit: 1 problem in this deployment\n  1. " + HERE + line);
    }

    @AfterEach
    void forgetProperties() {
        System.clearProperty("hopeit.event.works.timeout");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeHasATextThatSaysWhatWhereAndWhatToDo(Class<?> bean, String text) {
        assertThat(Deployed.problems(bean)).contains(text);
    }

    @Test
    void allMistakesAreInOneError() {
        assertThat(Deployed.problems(FinalAndStaticSteps.class, BadStream.class))
                .contains("hopeit: 4 problems in this deployment")
                .contains("1. " + HERE + "BadStream: \"high prio\" is not a queue's name;")
                .contains("2. " + HERE + "BadStream: \"my orders\" is not a stream's name;")
                .contains("3. " + HERE + "FinalAndStaticSteps.check: a step must not be private, final or static")
                .contains("4. " + HERE + "FinalAndStaticSteps.state: a step must not be private, final or static");
    }

    @GetEvent("twin")
    static class Twin {
        String run() {
            return "";
        }
    }

    @GetEvent(value = "other", route = "twin")
    static class RouteTwin {
        String run() {
            return "";
        }
    }

    @PostEvent("twin")
    static class NameTwin {
        Order run(Order order) {
            return order;
        }
    }

    @Steps("run")
    static class ForgottenTrigger {
        String run() {
            return "";
        }
    }

    @Test
    void aClassThatHasOnlyStepsIsSeenAndReported() {
        assertThat(Deployed.problems(ForgottenTrigger.class))
                .contains("ForgottenTrigger: has @Steps but no trigger; add one, such as @PostEvent.");
    }

    @GetEvent(route = "items/{id: [0-9]{3}}")
    static class ById {
        String run() {
            return "";
        }
    }

    @GetEvent(route = "items/{name}/")
    static class ByName {
        String run() {
            return "";
        }
    }

    @Test
    void routesThatMatchTheSamePathsAreTwins() {
        assertThat(Deployed.problems(ById.class, ByName.class))
                .contains("the route \"GET /api/shop/1x0/items/{name}/\" is also that of " + HERE + "ById");
    }

    @PutEvent(route = "items/{key}")
    static class PutByKey {
        String run(String item) {
            return item;
        }
    }

    @Test
    void routesOfOtherMethodsHaveTheSameParameters() {
        assertThat(Deployed.problems(ByName.class, PutByKey.class))
                .contains(HERE
                        + "PutByKey: the path \"/api/shop/1x0/items/{key}\" is also there as "
                        + "\"/api/shop/1x0/items/{name}/\"; name its parameters alike.");
    }

    @Test
    void namesAndRoutesBelongToOneEvent() {
        assertThat(Deployed.problems(Twin.class, RouteTwin.class, NameTwin.class))
                .contains("the event \"twin\" is also that of " + HERE + "NameTwin; give one of them another.")
                .contains("the route \"GET /api/shop/1x0/twin\" is also that of");
    }

    @GetEvent
    static class Works {
        String run() {
            return "";
        }
    }

    @Test
    void aWrongValueInConfigurationIsListedToo() {
        System.setProperty("hopeit.event.works.timeout", "soon");

        assertThat(Deployed.problems(Works.class))
                .contains("hopeit.event.works.timeout: \"soon\" is not a duration above zero");
    }

    @GetEvent
    @RequestScoped
    static class NoProxy {
        private final String text;

        @Inject
        NoProxy(EventCatalogue catalogue) {
            text = catalogue.app().name();
        }

        String run() {
            return text;
        }
    }

    @Test
    void aBeanThatTheContainerCannotMakeAProxyOfIsReportedWithWhatItNeeds() {
        var weld = Deployed.weld(NoProxy.class).property("org.jboss.weld.construction.relaxed", false);

        assertThatThrownBy(weld::initialize)
                .hasMessageContaining("NoProxy: the container cannot make a proxy of it: give it a constructor without"
                        + " parameters that is not private, and put it in a package.");
    }

    @Test
    void aStepThatNoContainerCanOverrideIsRefused() {
        assertThat(Deployed.problems(InheritsHidden.class))
                .contains("OfAnotherPackage.save: a step that " + HERE
                        + "InheritsHidden inherits from another package must be public or protected, or interceptors and "
                        + "injection would be skipped.");
    }
}
