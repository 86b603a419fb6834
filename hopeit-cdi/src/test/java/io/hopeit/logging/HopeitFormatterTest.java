package io.hopeit.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hopeit.App;
import io.hopeit.TrackIds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

class HopeitFormatterTest {
    private static final Source SOURCE = new Source(new App("simple-example", "0.30"), "check_enum");

    private static LogRecord record(LogEntry entry) {
        var record = new LogRecord(Level.INFO, LogEntry.FORMAT);
        record.setParameters(new Object[] {entry});
        record.setInstant(Instant.parse("2026-11-21T05:25:31.714285Z"));
        return record;
    }

    private static LogEntry hostile() {
        var extras = new LinkedHashMap<String, Object>();
        extras.put("extra.text", "a\r\nb | c=\u001b[31m\u0085\u2028\u007fé\"\\");
        extras.put("extra.password", "S3CR3T");
        extras.put("extra.none", null);
        extras.put("metrics.duration", 15.7285);
        return new LogEntry(
                SOURCE, "a\nb", extras, new TrackIds(Map.of("track.a", "\u2029")), new IllegalStateException("x\ny"));
    }

    private static JsonNode json(String line) throws Exception {
        return new JsonMapper().readTree(line);
    }

    @Test
    void anEntryIsWrittenThroughARealLogger() {
        try (var lines = LogLines.of("hopeit", "line")) {
            SOURCE.log(
                    System.Logger.Level.INFO,
                    source -> new LogEntry(source, "START", Map.of("extra.a", 1), LogEntry.NO_IDS, null));
            assertThat(lines.untimed())
                    .containsExactly("INFO | simple-example 0.30 check_enum vm 5260 | START | extra.a=1");
        }
    }

    @Test
    void anEntryIsMadeOnlyIfItsLevelIsOn() {
        try (var lines = LogLines.of("hopeit", "line")) {
            SOURCE.log(System.Logger.Level.DEBUG, source -> {
                throw new AssertionError("made");
            });
            assertThat(lines.raw()).isEmpty();
        }
    }

    @Test
    void anEventHasALoggerOfItsOwn() {
        try (var lines = LogLines.of("hopeit.simple_example.0x30.check_enum", "line")) {
            SOURCE.log(System.Logger.Level.INFO, source -> new LogEntry(source, "m", Map.of(), LogEntry.NO_IDS, null));
            assertThat(lines.raw()).hasSize(1);
        }
    }

    @Test
    void otherFormattersSeeTheSameTextWithoutTimeAndLevel() {
        var entry = new LogEntry(SOURCE, "{0} '{1}'", Map.of("extra.a", 1.5), LogEntry.NO_IDS, null);
        assertThat(LogLines.onVm(new SimpleFormatter().formatMessage(record(entry))))
                .isEqualTo("simple-example 0.30 check_enum vm 5260 | {0} '{1}' | extra.a=1.500");
        var ours = new HopeitFormatter("line").format(record(entry));
        assertThat(ours)
                .isEqualTo("2026-11-21 05:25:31,714 | INFO | " + new SimpleFormatter().formatMessage(record(entry))
                        + "\n");
    }

    @Test
    void otherRecordsComeFromTheEngine() {
        try (var lines = LogLines.of("com.acme", "line")) {
            lines.logger().log(Level.WARNING, "low on {0}\nnow", "disk | x");
            assertThat(lines.untimed())
                    .containsExactly("WARNING | hopeit.engine dev engine vm 5260 | [com.acme] low on disk %7C x%0Anow");
        }
    }

    @Test
    void otherRecordsKeepTheirTrace() {
        try (var lines = LogLines.of("com.acme", "line")) {
            lines.logger().log(Level.SEVERE, "broken", new IllegalStateException("why"));
            assertThat(lines.untimed())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "ERROR | hopeit.engine dev engine vm 5260 | [com.acme] broken | trace=%5B%22java.lang.Ill");
        }
    }

    @Test
    void levelsHaveTheNamesOfPython() {
        try (var lines = LogLines.of("com.acme", "line")) {
            lines.logger().setLevel(Level.ALL);
            for (Level level :
                    new Level[] {Level.FINEST, Level.FINE, Level.CONFIG, Level.INFO, Level.WARNING, Level.SEVERE}) {
                lines.logger().log(level, "m");
            }
            assertThat(lines.untimed().stream().map(line -> line.split(" ", 2)[0]))
                    .containsExactly("DEBUG", "DEBUG", "DEBUG", "INFO", "WARNING", "ERROR");
        }
    }

    @Test
    void jsonIsOneObjectWithAllOfIt() throws Exception {
        var object = json(new HopeitFormatter("json").format(record(hostile())));
        assertThat(object.fieldNames())
                .toIterable()
                .containsExactly(
                        "ts", "level", "app", "version", "event", "host", "pid", "msg", "extras", "track", "trace");
        assertThat(object.get("ts").textValue()).isEqualTo("2026-11-21T05:25:31.714Z");
        assertThat(object.get("level").textValue()).isEqualTo("INFO");
        assertThat(object.get("app").textValue()).isEqualTo("simple-example");
        assertThat(object.get("version").textValue()).isEqualTo("0.30");
        assertThat(object.get("event").textValue()).isEqualTo("check_enum");
        assertThat(object.get("pid").longValue())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(object.get("msg").textValue()).isEqualTo("a\nb");
        assertThat(object.get("track").get("track.a").textValue()).isEqualTo("\u2029");
        assertThat(object.get("trace").get(0).textValue()).isEqualTo("java.lang.IllegalStateException: x");
    }

    @Test
    void jsonExtrasAreWhatTheyWere() throws Exception {
        var extras = json(new HopeitFormatter("json").format(record(hostile()))).get("extras");
        assertThat(extras.get("extra.text").textValue()).isEqualTo("a\r\nb | c=\u001b[31m\u0085\u2028\u007fé\"\\");
        assertThat(extras.get("extra.password").textValue()).isEqualTo("***");
        assertThat(extras.get("extra.none").isNull()).isTrue();
        assertThat(extras.get("metrics.duration").isNumber()).isTrue();
        assertThat(extras.get("metrics.duration").asText()).isEqualTo("15.729");
    }

    @Test
    void jsonIsOneLineOfPrintableAscii() {
        var line = new HopeitFormatter("json").format(record(hostile()));
        assertThat(line).endsWith("}\n");
        assertThat(line.strip().codePoints()).allMatch(c -> c >= ' ' && c < 0x7f);
    }

    @Test
    void jsonWithoutAnErrorHasNoTrace() throws Exception {
        var entry = new LogEntry(SOURCE, "m", Map.of(), LogEntry.NO_IDS, null);
        var object = json(new HopeitFormatter("json").format(record(entry)));
        assertThat(object.has("trace")).isFalse();
        assertThat(object.get("extras").isObject()).isTrue();
    }

    @Test
    void loggingPropertiesNameItAndItsFormat() throws Exception {
        var properties = """
                handlers=java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.formatter=io.hopeit.logging.HopeitFormatter
                io.hopeit.logging.HopeitFormatter.format=json
                """;
        LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(properties.getBytes(UTF_8)));
        try {
            var formatter = Logger.getLogger("").getHandlers()[0].getFormatter();
            assertThat(json(formatter.format(record(hostile()))).get("msg").textValue())
                    .isEqualTo("a\nb");
        } finally {
            LogManager.getLogManager().readConfiguration();
        }
    }

    @Test
    void aSystemPropertySaysTheFormatToo() {
        System.setProperty(HopeitFormatter.FORMAT, "json");
        try {
            assertThat(new HopeitFormatter().format(record(hostile()))).startsWith("{\"ts\"");
        } finally {
            System.clearProperty(HopeitFormatter.FORMAT);
        }
    }

    @Test
    void theFormatIsALineUnlessSaidOtherwise() {
        assertThat(new HopeitFormatter().format(record(hostile()))).startsWith("2026-11-21 05:25:31,714 | INFO | ");
    }

    @Test
    void anUnknownFormatIsALineAndIsSaid() {
        var before = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, UTF_8));
        try {
            assertThat(new HopeitFormatter("xml").format(record(hostile())))
                    .startsWith("2026-11-21 05:25:31,714 | INFO | ");
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(UTF_8))
                .contains(
                        "io.hopeit.logging.HopeitFormatter.format has to be line or json, but is \"xml\": line is used");
    }
}
