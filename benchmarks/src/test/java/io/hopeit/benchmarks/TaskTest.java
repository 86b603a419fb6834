package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final Task TASK = new Task(1, "orders", "group", 5, Map.of("rate", "2000", "warm.rate", "20000"));

    @Test
    void goesThroughALine() {
        var task = Task.of(TASK.line());

        assertThat(task.key()).isEqualTo("orders");
        assertThat(task.count()).isEqualTo(5);
        assertThat(task.number("rate")).isEqualTo(2000);
    }

    @Test
    void isAnotherOneWhileItWarmsUp() {
        assertThat(TASK.during(true).options()).containsEntry("rate", "20000");
        assertThat(TASK.during(true).isWarmUp()).isTrue();
        assertThat(TASK.during(false).options()).isEqualTo(Map.of("rate", "2000"));
        assertThat(TASK.during(false).isWarmUp()).isFalse();
    }
}
