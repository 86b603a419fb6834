package io.hopeit.jaxrs.openapi;

import static io.hopeit.jaxrs.openapi.Document.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.App;
import org.junit.jupiter.api.Test;

class AppsTest {
    private static final App OTHER = new App("other", "2.0");
    private static final App PLUGIN = new App("login", "0.3");

    public record Thing(String id) {}

    public static class Find {
        Thing find() {
            return new Thing("");
        }
    }

    private final Document document = Document.of(
            Events.get(Find.class, "find"),
            Events.at("/other", Events.as(OTHER, Events.get(Find.class, "find"))),
            Events.at("/plugin", Events.as(PLUGIN, Events.get(Find.class, "find"))),
            Events.at("/on-app", Events.ofPlugin(PLUGIN, Events.APP, Events.get(Find.class, "find"))),
            Events.at("/on-other", Events.ofPlugin(PLUGIN, OTHER, Events.get(Find.class, "find"))));

    @Test
    void onlyEventsOfTheMainApplicationHaveTheirNameForAnId() {
        assertThat(document.json().findValuesAsText("operationId"))
                .containsExactly(
                        "find",
                        "other.2x0.find",
                        "login.0x3.find",
                        "my_app.1x0.login.0x3.find",
                        "other.2x0.login.0x3.find");
    }

    @Test
    void eventsHaveTheTagOfTheApplicationThatTheyRunAs() {
        assertThat(document.operation("other.2x0.find").path("tags")).isEqualTo(json("['other.2x0']"));
        assertThat(document.operation("login.0x3.find").path("tags")).isEqualTo(json("['login.0x3']"));
        assertThat(document.operation("my_app.1x0.login.0x3.find").path("tags")).isEqualTo(json("['my_app.1x0']"));
    }

    @Test
    void eachApplicationAndPluginThatServesIsATag() {
        assertThat(document.json().path("tags"))
                .isEqualTo(json("[{name: 'my_app.1x0'}, {name: 'other.2x0'}, {name: 'login.0x3'}]"));
    }

    @Test
    void theInfoIsThatOfTheMainApplication() {
        assertThat(document.json().path("info")).isEqualTo(json("{title: 'my-app', version: '1.0'}"));
    }

    @Test
    void resultsSayWhichPluginRanForTheApplication() {
        assertThat(document.operation("other.2x0.login.0x3.find").at("/responses/200/headers/X-Event-Plugin"))
                .isEqualTo(json("{$ref: '#/components/headers/X-Event-Plugin'}"));
        assertThat(document.json().at("/components/headers").has("X-Event-Plugin"))
                .isTrue();
    }

    @Test
    void aPluginOnItsOwnIsAnApplication() {
        assertThat(document.operation("login.0x3.find")
                        .at("/responses/200/headers")
                        .has("X-Event-Plugin"))
                .isFalse();
    }

    @Test
    void withoutPluginsThereIsNoHeaderForThem() {
        assertThat(Document.of(Events.get(Find.class, "find"))
                        .json()
                        .at("/components/headers")
                        .has("X-Event-Plugin"))
                .isFalse();
    }
}
