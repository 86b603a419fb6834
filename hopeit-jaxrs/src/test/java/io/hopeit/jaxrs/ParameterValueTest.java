package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParameterValueTest {
    @Test
    void aCommaWithinQuotesBelongsToAnElementOfAHeader() {
        assertThat(ParameterValue.elements("\"a,b\",c")).containsExactly("\"a,b\"", "c");
        assertThat(ParameterValue.elements("\"a\\\",b\",c")).containsExactly("\"a\\\",b\"", "c");
        assertThat(ParameterValue.elements("\"a,b")).containsExactly("\"a,b");
    }
}
