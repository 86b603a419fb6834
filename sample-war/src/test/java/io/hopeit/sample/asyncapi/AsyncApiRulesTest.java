package io.hopeit.sample.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsyncApiRulesTest {
    private static final String INFO = "'asyncapi': '3.0.0', 'info': {'title': 't', 'version': '1'}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'channels': {}                                                           | 0
                    'channels': {'a': {'adress': 'a'}}                                       | 1
                    'operations': {'a': {'action': 'read', 'channel': {'$ref': '#/info'}}}   | 1
                    'components': {'schemas': {'A': {'$ref': '#/components/schemas/B'}}}      | 1
                    'components': {'schemas': {'A': {'exclusiveMinimum': true}}}             | 1
                    """)
    void mistakesAreFound(String members, int mistakes) throws Exception {
        var json = "{" + INFO + ", " + members.strip() + "}";

        var broken = AsyncApiRules.broken(new ObjectMapper().readTree(json.replace('\'', '"')));

        assertThat(broken).hasSizeGreaterThanOrEqualTo(mistakes);
        assertThat(broken.isEmpty()).isEqualTo(mistakes == 0);
    }
}
