package io.hopeit.jaxrs.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[{\"b\":1,\"c\":[]},[true,null]],\"d\":{}}",
                "{\"texts\":[\"yes\",\"No\",\"null\",\"1\",\"1.5\",\"1e3\",\"2026-11-26\",\"a: b\",\"- a\",\"#\",\"\",\" a \"]}",
                "{\"more\":[\"a b\",\"a #b\",\"x:y\",\"{key}\",\"*a\",\"&a\",\"!a\",\"%\",\"@\",\"`\",\"a\\nb\",\"\\u0001\",\"é\"]}",
                "{\"yes\":1,\"1\":2,\"x-roles\":3,\"$ref\":\"#/a/b\",\"a b\":4,\"~\":5}",
                "{\"numbers\":[0,-1,1.50,1E+2,12345678901234567890]}"
            })
    void saysTheSameAsTheJson(String json) throws Exception {
        var tree = MAPPER.readTree(json);

        Object read = new org.yaml.snakeyaml.Yaml().load(Yaml.of(tree));

        assertThat(read).isEqualTo(new org.yaml.snakeyaml.Yaml().load(json));
    }

    @Test
    void simpleTextsHaveNoQuotes() throws Exception {
        var yaml = Yaml.of(MAPPER.readTree("{\"info\":{\"title\":\"my-app\",\"tags\":[{\"name\":\"a\"}]}}"));

        assertThat(yaml).isEqualTo("info:\n  title: my-app\n  tags:\n    -\n      name: a\n");
    }
}
