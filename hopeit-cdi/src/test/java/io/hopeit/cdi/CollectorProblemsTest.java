package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hopeit.Collected;
import io.hopeit.Collector;
import io.hopeit.Gathered;
import io.hopeit.PostEvent;
import io.hopeit.Preprocess;
import io.hopeit.Steps;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CollectorProblemsTest {
    private static final String HERE = CollectorProblemsTest.class.getName() + "$";

    /** What most of them need. */
    static class Base {
        String one(Integer n) {
            return "" + n;
        }

        String two(Integer n) {
            return "" + n;
        }

        String answer(Collected all) {
            return "";
        }
    }

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"one", "circle", "back"})
    @Steps({"ask", "answer"})
    static class Circle extends Base {
        String circle(@Gathered("back") String back) {
            return back;
        }

        String back(@Gathered("circle") String circle) {
            return circle;
        }
    }

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"one", "toe"})
    @Steps({"ask", "answer"})
    static class Unknown extends Base {}

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"one", "three"})
    @Steps({"ask", "answer"})
    static class UnknownGathered extends Base {
        String three(@Gathered("onee") String one) {
            return one;
        }
    }

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"one", "two", "one"})
    @Steps({"ask", "answer"})
    static class Twice extends Base {}

    @PostEvent
    @Collector(
            name = "ask",
            gather = {})
    @Steps({"ask", "answer"})
    static class Empty extends Base {}

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"one", "text"})
    @Steps({"ask", "answer"})
    static class SeveralPayloads extends Base {
        String text(String text) {
            return text;
        }
    }

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"one", "two"})
    @Steps("ask")
    static class NothingTakes extends Base {}

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"one", "spawn", "nothing"})
    @Steps({"ask", "answer"})
    static class NoValue extends Base {
        Stream<Integer> spawn(Integer n) {
            return Stream.of(n);
        }

        void nothing(Integer n) {}
    }

    @PostEvent
    @Collector(name = "ask", gather = "one")
    @Collector(name = "ask", gather = "two")
    @Steps({"ask", "answer"})
    static class SameName extends Base {}

    @PostEvent
    @Collector(name = "two", gather = "one")
    @Steps({"two", "answer"})
    static class NameOfAMethod extends Base {}

    @PostEvent
    @Collector(name = "ask", gather = "one")
    @Collector(name = "other", gather = "two")
    @Steps({"ask", "answer"})
    static class Unnamed extends Base {}

    @PostEvent
    @Collector(name = "collect", gather = "one")
    @Steps({"colect", "answer"})
    static class Misspelled extends Base {}

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"one", "three", "four"})
    @Steps({"ask", "answer"})
    static class OtherType extends Base {
        Integer three(@Gathered("one") Integer one) {
            return one;
        }

        Integer four(@Gathered("one") Optional<List<String>> one) {
            return 4;
        }
    }

    @PostEvent
    @Steps({"one", "two"})
    static class NotInACollector extends Base {
        @Preprocess
        Integer before(@Gathered("one") String one) {
            return 1;
        }

        @Override
        String one(@Gathered("two") Integer two) {
            return "";
        }

        Integer two(String text) {
            return 1;
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                one(
                        Circle.class,
                        "Circle: the collector \"ask\" goes in a circle: circle, back wait for each other: let one of them not wait."),
                one(
                        Unknown.class,
                        "Unknown: @Collector \"ask\" names \"toe\", but the class has no such method. Did you mean \"one\"?"),
                one(
                        UnknownGathered.class,
                        "UnknownGathered.three(String): @Gathered(\"onee\") is no method of the collector \"ask\", which gathers one, three. Did you mean \"one\"?"),
                one(Twice.class, "Twice: the collector \"ask\" gathers a method twice; name each once."),
                one(Empty.class, "Empty: the collector \"ask\" gathers nothing; name its methods."),
                one(
                        SeveralPayloads.class,
                        "SeveralPayloads: the methods of the collector \"ask\" have payloads of several types, Integer and String: they all get the same one, so give them one type."),
                one(
                        NothingTakes.class,
                        "NothingTakes: no step takes what the collector \"ask\" has gathered: add one with a Collected after it."),
                one(
                        NoValue.class,
                        "NoValue.spawn(Integer): returns Stream<Integer>, but a method of a collector returns one value."),
                one(
                        NoValue.class,
                        "NoValue.nothing(Integer): returns void, but a method of a collector returns one value."),
                one(SameName.class, "SameName: has 2 collectors named \"ask\"; give each a name of its own."),
                one(
                        NameOfAMethod.class,
                        "NameOfAMethod: the collector \"two\" has the name of a method; give it a name of its own."),
                one(
                        Unnamed.class,
                        "Unnamed: @Steps does not name the collector \"other\": name it where it is to run, or take it away."),
                one(
                        Misspelled.class,
                        "Misspelled: @Steps names \"colect\", but the class has no such method. Did you mean \"collect\"?"),
                one(
                        OtherType.class,
                        "OtherType.three(Integer): @Gathered(\"one\") is Integer, but one returns String: give both the same type."),
                one(
                        OtherType.class,
                        "OtherType.four(Optional<List<String>>): @Gathered(\"one\") is List<String>, but one returns String: give both the same type."),
                one(
                        NotInACollector.class,
                        "NotInACollector.one: @Gathered is for methods of a collector: name this one in a @Collector."),
                one(
                        NotInACollector.class,
                        "NotInACollector.before: @Gathered is for methods of a collector: name this one in a @Collector."));
    }

    private static Arguments one(Class<?> bean, String text) {
        return arguments(bean, HERE + text);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeInACollectorHasATextThatSaysWhatToDo(Class<?> bean, String text) {
        assertThat(Deployed.problems(bean)).contains(text);
    }
}
