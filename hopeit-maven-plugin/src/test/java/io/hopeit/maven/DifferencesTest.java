package io.hopeit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {
    private static final String GET = "'paths': {'/api/x/y': {'get': {%s}}}";
    private static final String SCHEMA = "'components': {'schemas': {'Thing': {%s}}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'deprecated': true | 'deprecated': false | deprecated true -> false
                    'summary': 'Old'   | 'summary': 'New'    | summary "Old" -> "New"
                    'summary': 'Old'   | ``                  | summary removed "Old"
                    ``                 | 'operationId': 'y'  | operationId added "y"
                    ``                 | 'requestBody': {}   | requestBody added
                    'security': []     | ``                  | security removed
                    'x-max': 1         | 'x-max': '1'        | x-max 1 -> "1"
                    """)
    void aChangeIsOneLineWithItsOperation(String committed, String published, String line) {
        assertThat(Differences.between(get(committed), get(published))).containsExactly("paths /api/x/y GET: " + line);
    }

    @Test
    void parametersGoByTheirName() {
        var committed = "{'name': 'id', 'in': 'path'}, {'name': 'wildcard', 'in': 'query', 'required': false}";
        var published = "{'name': 'wildcard', 'in': 'query', 'required': true}, {'name': 'id', 'in': 'path'}";
        assertThat(Differences.between(
                        get("'parameters': [" + committed + "]"), get("'parameters': [" + published + "]")))
                .containsExactly("paths /api/x/y GET parameters wildcard: required false -> true");
    }

    @Test
    void aParameterInAnotherPlaceIsAnother() {
        assertThat(Differences.between(
                        get("'parameters': [{'name': 'x', 'in': 'query'}]"),
                        get("'parameters': [{'name': 'x', 'in': 'header'}]")))
                .containsExactly(
                        "paths /api/x/y GET parameters: x removed", "paths /api/x/y GET parameters: x (header) added");
    }

    @Test
    void operationsOfNewAndOldPathsAreListed() {
        assertThat(Differences.between(
                        Documents.with("'paths': {'/a': {'get': {}}}"),
                        Documents.with("'paths': {'/b': {'get': {}, 'post': {}}}")))
                .containsExactly("paths /a: GET removed", "paths /b: GET added", "paths /b: POST added");
    }

    @Test
    void addedAndRemovedSchemasAreListed() {
        assertThat(Differences.between(
                        Documents.with("'components': {'schemas': {'Old': {}}}"),
                        Documents.with("'components': {'schemas': {'New': {}}}")))
                .containsExactly("schemas: Old removed", "schemas: New added");
    }

    @Test
    void theFirstSchemaIsListed() {
        assertThat(Differences.between(Documents.with("'paths': {}"), schema("")))
                .containsExactly("schemas: Thing added");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'required': ['a']                    | 'required': ['b', 'a']               | Thing required: "b" added
                    ``                                   | 'required': ['a']                    | Thing required: "a" added
                    'properties': {'a': {'minimum': 1}}  | 'properties': {'a': {'minimum': 2}}  | Thing properties a: minimum 1 -> 2
                    'oneOf': [{'$ref': '#/A'}]           | 'oneOf': [{'$ref': '#/B'},{'$ref': '#/A'}] | Thing oneOf: #/B added
                    'allOf': [{'type': 'a'}]             | 'allOf': [{'type': 'b'}]             | Thing allOf 0: type "a" -> "b"
                    'default': {'x': ['a', 'b']}         | 'default': {'x': ['b', 'a']}         | Thing: default {"x":["a","b"]} -> {"x":["b","a"]}
                    """)
    void aChangeIsOneLineWithItsSchema(String committed, String published, String line) {
        assertThat(Differences.between(schema(committed), schema(published))).containsExactly("schemas " + line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'required': ['a', 'b']              | 'required': ['b', 'a']
                    'enum': ['UP', 'DOWN']              | 'enum': ['DOWN', 'UP']
                    'type': 'object', 'title': 'Thing'  | 'title': 'Thing', 'type': 'object'
                    'minimum': 1                        | 'minimum': 1.0
                    'required': []                      | ``
                    'properties': {}                    | ``
                    """)
    void whatSaysTheSameIsNoDifference(String committed, String published) {
        assertThat(Differences.between(schema(committed), schema(published))).isEmpty();
    }

    @Test
    void namesThatAreWordsElsewhereAreOnlyNames() {
        assertThat(Differences.between(
                        schema("'properties': {'default': {'enum': ['a', 'b'], 'type': 'string'}}"),
                        schema("'properties': {'default': {'enum': ['b', 'a'], 'type': 'number'}}")))
                .containsExactly("schemas Thing properties default: type \"string\" -> \"number\"");
    }

    @Test
    void theVersionIsPartOfTheDocument() {
        assertThat(Differences.between(Documents.version("1.0", "/a"), Documents.version("1.1", "/a")))
                .containsExactly("info: version \"1.0\" -> \"1.1\"");
    }

    @Test
    void longValuesAreCut() {
        var line = Differences.between(get("'summary': 'Short'"), get("'summary': '" + "x".repeat(1000) + "'"))
                .get(0);
        assertThat(line).hasSizeLessThan(150).endsWith("xxx…");
    }

    private static Document get(String members) {
        return Documents.with(GET.formatted(members));
    }

    private static Document schema(String members) {
        return Documents.with(SCHEMA.formatted(members));
    }
}
