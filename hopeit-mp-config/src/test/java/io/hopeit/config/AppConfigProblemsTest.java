package io.hopeit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a configuration of hopeit.engine, and how that is said. */
class AppConfigProblemsTest {

    private static List<String> problems(String members) {
        return new SettingsReader(AppConfigs.shop(members)).problems();
    }

    private static List<String> warnings(String members) {
        var reader = new SettingsReader(AppConfigs.shop(members));
        reader.app();
        return reader.unknownKeys();
    }

    @Test
    void aMalformedFileIsAProblemWithItsPlace() {
        assertThat(new SettingsReader(AppConfigs.config(Map.of(), "{\"app\": {\n  \"name\" \"shop\"}}")).problems())
                .containsExactly("1.json: line 2, column 10: is not JSON, once variables are replaced. "
                        + "Correct what is there or just before.");
    }

    @Test
    void aMemberThatIsThereTwiceIsAProblemWithItsPlace() {
        assertThat(problems("\n\"settings\": {\"a\": {\"b\": 1},\n\"a\": {\"c\": 2}}"))
                .containsExactly(
                        "1.json: line 3, column 4: the object has a member of this name already, which would be lost."
                                + " Keep one of them.");
    }

    @Test
    void theMessageAboutAMalformedFileDoesNotRepeatASecret() {
        var problems = new SettingsReader(AppConfigs.config(Map.of(), "{\"a\": \"${SECRET}\"}")).problems();

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst()).contains("line 1").doesNotContain("cret\"");
    }

    @Test
    void aFileHasToBeAnObject() {
        assertThat(new SettingsReader(AppConfigs.config(Map.of(), "[1]")).problems())
                .containsExactly("1.json: is not a JSON object. Start it with {.");
    }

    @Test
    void aVariableThatIsNotSetIsAProblemWithItsLine() {
        assertThat(problems("\n\"env\": {\"a\": {\"b\": \"${no_such_thing}\"}}"))
                .containsExactly("1.json: line 2: the environment variable NO_SUCH_THING is not set. "
                        + "Set it; it may be empty.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{env.store.path} | is not in this file. Did you mean \"env.storage.path\"?",
                "{env.storage} | is a section; name a value in it."
            })
    void aReferenceThatLeadsNowhereIsAProblem(String reference, String says) {
        assertThat(problems("\"env\": {\"storage\": {\"path\": \"x\"}}, \"settings\": {\"x\": {\"y\": \"" + reference
                        + "\"}}"))
                .containsExactly("1.json: settings.x.y: " + reference + " " + says);
    }

    @Test
    void aReferenceThatLeadsToItselfIsAProblem() {
        assertThat(problems("\"env\": {\"loop\": {\"a\": \"{env.loop.a}\"}}"))
                .containsExactly("1.json: env.loop.a: {env.loop.a} leads to itself, or through too many others; "
                        + "write the value.");
    }

    @Test
    void theStreamToReadCannotBeAuto() {
        assertThat(problems("\"events\": {\"e\": {\"read_stream\": {\"name\": \"{auto}\"}}}"))
                .containsExactly("1.json: events.e.read_stream.name: {auto} is not possible here; "
                        + "name the stream that is written elsewhere.");
    }

    @Test
    void autoNeedsAnApplication() {
        var reader = new SettingsReader(
                AppConfigs.config(Map.of(), "{\"events\": {\"e\": {\"write_stream\": {\"name\": \"{auto}\"}}}}"));

        assertThat(reader.problems())
                .contains("1.json: events.e.write_stream.name: {auto} needs app.name and app.version; set both.");
    }

    @Test
    void aStreamThatIsNamedByANumberIsAProblem() {
        assertThat(problems("\"events\": {\"e\": {\"write_stream\": {\"name\": 1}}}"))
                .containsExactly("1.json: events.e.write_stream.name is not a text: put the name of a stream there.");
    }

    @Test
    void aValueThatCannotBeMeantIsAProblemThatSaysWhatIsRight() {
        assertThat(problems("""
                        "plugins": "basic-auth", "engine": {"default_stream_compression": []},
                        "events": {"e": {"write_stream": {"name": "s", "queue_strategy": "KEEP"}}},
                        "streams": {"stream_manager": "mine.Manager"}"""))
                .containsExactlyInAnyOrder(
                        "1.json: plugins is not a list of objects with a \"name\".",
                        "1.json: engine.default_stream_compression is not a text, a number, true or false.",
                        "1.json: events.e.write_stream.queue_strategy is not DROP or PROPAGATE.",
                        "1.json: streams.stream_manager is not a class named RedisStreamManager; hopeit.streams.broker says"
                                + " where streams live.");
    }

    @Test
    void aValueOfTheWrongShapeIsAProblem() {
        assertThat(problems(
                        "\"events\": [], \"engine\": {\"read_stream_timeout\": \"soon\", \"track_headers\": \"x\"}"))
                .containsExactly(
                        "1.json: events is not an object; write {\"...\": ...}.",
                        "1.json: engine.read_stream_timeout is not a number of milliseconds.",
                        "1.json: engine.track_headers is not a list of texts.");
    }

    @Test
    void aWrongValueIsReportedWithTheFileItComesFrom() {
        var reader =
                new SettingsReader(AppConfigs.shop("\"engine\": {\"default_stream_serialization\": \"pickle:5\"}"));
        reader.stream("orders", "");

        assertThat(reader.problems())
                .containsExactly("hopeit.stream-defaults.serialization: \"pickle:5\" is not one of json, json+base64. "
                        + "It comes from app configuration 1.json.");
    }

    @Test
    void aTypoIsAWarningWithTheNearestMember() {
        assertThat(warnings("\"engine\": {\"track_header\": []}, \"evnts\": {}"))
                .containsExactly(
                        "engine.track_header (1.json): nothing reads this member. Did you mean \"track_headers\"?",
                        "evnts (1.json): nothing reads this member. Did you mean \"events\"?");
    }

    @Test
    void settingsOfAnEventThatTheFileDoesNotHaveAreAWarning() {
        assertThat(
                        warnings(
                                "\"events\": {\"save\": {\"type\": \"GET\"}}, \"settings\": {\"sve\": {\"response_timeout\": 1}}"))
                .containsExactly("settings.sve (1.json): there is no event or stream of this name in \"events\"."
                        + " Did you mean \"save\"?");
    }

    @Test
    void aSettingThatNoStreamTakesIsAWarning() {
        assertThat(warnings("\"events\": {\"save\": {\"type\": \"GET\"}}, "
                        + "\"settings\": {\"save\": {\"stream\": {\"batch_size\": 1}}}"))
                .containsExactly(
                        "settings.save.stream.batch_size (1.json): there is no event or stream that takes it.");
    }

    @Test
    void anEventOfTheFileThatThisDeploymentDoesNotHaveIsAWarning() {
        var reader =
                new SettingsReader(AppConfigs.shop("\"events\": {\"save\": {\"group\": \"g\", \"route\": \"r\"}}"));
        reader.app();
        reader.event("load");

        assertThat(reader.unknownKeys())
                .containsExactly("hopeit.event.save.group, hopeit.event.save.route: "
                        + "there is no event \"save\" in this deployment.");
    }
}
