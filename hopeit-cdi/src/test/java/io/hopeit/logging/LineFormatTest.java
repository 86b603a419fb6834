package io.hopeit.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hopeit.App;
import io.hopeit.TrackIds;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFormatTest {
    private static final Instant TIME = Instant.parse("2026-11-21T05:25:31.714285Z");
    private static final App APP = new App("simple-example", "0.30");

    private static LogEntry entry(String message, Map<String, Object> extras, Map<String, String> ids) {
        return new LogEntry(new Source(APP, "check_enum"), message, extras, new TrackIds(ids), null);
    }

    private static String line(LogEntry entry) {
        return LogLines.onVm(new LineFormat().format(TIME, "INFO", entry));
    }

    private static String message(String message) {
        return line(entry(message, Map.of(), Map.of())).split(" \\| ", -1)[3];
    }

    private static String field(String key, Object value) {
        var extras = new LinkedHashMap<String, Object>();
        extras.put(key, value);
        return line(entry("m", extras, Map.of())).split(" \\| ", 5)[4];
    }

    private static String value(Object value) {
        return field("extra.x", value).substring("extra.x=".length());
    }

    @Test
    void aStartIsWrittenAsHopeitWritesIt() {
        var ids = new LinkedHashMap<String, String>();
        ids.put("track.operation_id", "7394");
        ids.put("track.request_id", "591c");
        ids.put("track.request_ts", "2026-11-21T05:25:31.714285+00:00");
        ids.put("track.caller", "t");
        ids.put("track.session_id", "s");
        ids.put("event.app", "simple_example.0x30");
        assertThat(line(entry("START", Map.of(), ids)))
                .isEqualTo("2026-11-21 05:25:31,714 | INFO | simple-example 0.30 check_enum vm 5260 | START"
                        + " | track.operation_id=7394 | track.request_id=591c"
                        + " | track.request_ts=2026-11-21T05:25:31.714285+00:00 | track.caller=t | track.session_id=s"
                        + " | event.app=simple_example.0x30");
    }

    @Test
    void extrasComeBeforeTrackIds() {
        assertThat(line(entry("m", Map.of("extra.b", 1), Map.of("track.a", "2"))))
                .endsWith(" | m | extra.b=1 | track.a=2");
    }

    @Test
    void floatsHaveThreeDecimals() {
        assertThat(value(15.7285)).isEqualTo("15.729");
        assertThat(value(2f)).isEqualTo("2.000");
        assertThat(value(1e15)).isEqualTo("1000000000000000.000");
        assertThat(value(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void wholeNumbersAreWrittenAsTheyAre() {
        assertThat(value(200)).isEqualTo("200");
        assertThat(value(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    }

    @Test
    void timesAreIsoInUtc() {
        assertThat(value(TIME)).isEqualTo("2026-11-21T05:25:31.714285+00:00");
        assertThat(value(OffsetDateTime.parse("2026-11-21T07:00:00+02:00"))).isEqualTo("2026-11-21T05:00:00+00:00");
    }

    @Test
    void aValueThatIsNotThereIsNull() {
        assertThat(value(null)).isEqualTo("null");
        assertThat(value(Optional.empty())).isEqualTo("null");
    }

    @Test
    void listsAndMapsAreJson() {
        assertThat(value(Map.of("ids", List.of("a", 1.5)))).isEqualTo("{\"ids\":[\"a\",1.500]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\n2026-11-21 05:25:31,714 | ERROR | FAKE",
                "a | extra.admin=true",
                "a |",
                "\u001b[31mred\u001b[0m",
                "tab\there",
                "\u0085\u2028\u2029\u009b",
                "\u202egnp.exe",
                "100% %0A",
                "\u00a0\u3000\u200b\u0000\u007f"
            })
    void hostileTextStaysInItsFieldAndCanBeReadBack(String hostile) {
        var line = line(entry(hostile, Map.of("k=\n|" + hostile, hostile), Map.of("track.a", hostile)));
        var fields = line.split(" \\| ", -1);
        assertThat(fields).hasSize(6);
        assertThat(line.codePoints()).allMatch(c -> c >= ' ' && c < 0x7f);
        assertThat(URLDecoder.decode(fields[3].replace("+", "%2B"), UTF_8)).isEqualTo(hostile);
        assertThat(Arrays.stream(fields[4].split("=", -1))
                        .map(part -> URLDecoder.decode(part.replace("+", "%2B"), UTF_8)))
                .containsExactly("k=\n|" + hostile, hostile);
        assertThat(fields[5].split("=", -1)).hasSize(2);
    }

    @Test
    void lettersOfAnyLanguageAreNotTouched() {
        assertThat(message("größer 日本 = 1")).isEqualTo("größer 日本 = 1");
    }

    @Test
    void halfACharacterDoesNotReachTheLine() {
        assertThat(value("\ud800")).isEqualTo("%3F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{0}", "${env:HOME}", "#{7*7}", "${jndi:ldap://127.0.0.1:1/x}", "%s %n %1$tF", "'{'"})
    void nothingInAMessageIsEvaluated(String text) {
        assertThat(message(text)).isEqualTo(text.replace("%", "%25"));
    }

    @Test
    void anAppOrEventCannotShiftTheOthers() {
        var source = new Source(new App("a b", "1 | 2"), "c\nd");
        assertThat(line(new LogEntry(source, "m", Map.of(), LogEntry.NO_IDS, null)))
                .contains(" | a%20b 1%20%7C%202 c%0Ad vm 5260 | m");
    }

    @Test
    void aTraceIsAPercentEncodedJsonArrayOfLines() throws Exception {
        var thrown = new IllegalStateException("a | b\nc", new RuntimeException("why"));
        var line = line(new LogEntry(new Source(APP, "e"), "FAILED", Map.of(), LogEntry.NO_IDS, thrown));
        var trace = line.substring(line.indexOf(" | trace=") + " | trace=".length());
        assertThat(trace).matches("[A-Za-z0-9._~/%-]+");
        assertThat(new JsonMapper().readValue(URLDecoder.decode(trace, UTF_8), String[].class))
                .startsWith("java.lang.IllegalStateException: a | b", "c")
                .contains("Caused by: java.lang.RuntimeException: why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extra.password", "extra.dbPassword", "client_secret", "extra.ACCESS-TOKEN", "credentials"})
    void secretsAreMaskedByTheirKeys(String key) {
        assertThat(field(key, "S3CR3T")).isEqualTo(key + "=***");
    }

    @Test
    void secretsAreMaskedInsideOfValues() {
        assertThat(value(List.of(Map.of("Authorization", "S3CR3T")))).isEqualTo("[{\"Authorization\":\"***\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:S3CR3T@host:6379/0",
                "no rediss://me:S3CR3T@host:6379/0 here",
                "amqp://me:S@S3CR3T@host",
                "https://S3CR3T@host/a@b"
            })
    void userInfoOfUrisIsMaskedWhereverItIs(String text) {
        var masked = text.replaceFirst("//\\S*3T@", "//***@");
        assertThat(value(text)).isEqualTo(masked);
        assertThat(message(text)).isEqualTo(masked);
        var thrown = new IllegalStateException(text);
        assertThat(line(new LogEntry(new Source(APP, "e"), "m", Map.of(), LogEntry.NO_IDS, thrown)))
                .contains("trace=%5B%22java.lang.IllegalStateException")
                .doesNotContain("S3CR3T");
    }

    @Test
    void anAddressInAPathIsNoUserInfo() {
        assertThat(value("https://host/a@b?c@d")).isEqualTo("https://host/a@b?c@d");
    }

    @Test
    void secretsAreMaskedInTrackIds() {
        assertThat(line(entry("m", Map.of(), Map.of("track.session_token", "S3CR3T"))))
                .endsWith("track.session_token=***");
    }

    @Test
    void aValueThatCannotBeShownDoesNotLoseTheLine() {
        var broken = new Object() {
            @Override
            public String toString() {
                throw new UnsupportedOperationException("no");
            }
        };
        assertThat(value(broken)).isEqualTo("(not shown: java.lang.UnsupportedOperationException)");
    }

    @Test
    void aListThatContainsItselfEnds() {
        var list = new ArrayList<Object>();
        list.add(list);
        assertThat(value(list)).isEqualTo("[[[[[[[[\"...\"]]]]]]]]");
    }
}
