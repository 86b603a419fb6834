package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {
    private final WarmUp warmUp = new WarmUp(5, 7.5);

    @Test
    void lastsForSomeTime() {
        warmUp.add(4, 0);
        assertThat(warmUp.isOver()).isFalse();

        warmUp.add(1, 0);
        assertThat(warmUp.isOver()).isTrue();
    }

    @Test
    void goesOnWhileCompilersAreBusy() {
        warmUp.add(6, 1);
        assertThat(warmUp.isOver()).isFalse();

        warmUp.add(1, 0.05);
        assertThat(warmUp.isOver()).isTrue();
    }

    @Test
    void endsAfterItsLongestWhateverCompilersDo() {
        warmUp.add(7, 7);
        assertThat(warmUp.isOver()).isFalse();

        warmUp.add(0.5, 0.5);
        assertThat(warmUp.isOver()).isTrue();
    }
}
