package io.hopeit.redis.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmbeddedRedisTest {
    @Test
    void startsAndAnswers() {
        try (EmbeddedRedis redis = EmbeddedRedis.start()) {
            assertThat(redis.uri()).isEqualTo("redis://127.0.0.1:" + redis.port());
            assertThat(new RedisAt(redis.port()).answer("PING")).startsWith("+PONG");
        }
    }

    @Test
    void keepsNothingOnDisk() {
        try (EmbeddedRedis redis = EmbeddedRedis.start()) {
            assertThat(new RedisAt(redis.port()).answer("CONFIG GET save")).startsWith("*2\r\n$4\r\nsave\r\n$0\r\n");
            assertThat(new RedisAt(redis.port()).answer("CONFIG GET appendonly"))
                    .contains("\r\nno\r\n");
        }
    }

    @Test
    void startsAgainOnTheSamePortAndIsEmptyThen() {
        EmbeddedRedis first = EmbeddedRedis.start();
        assertThat(new RedisAt(first.port()).answer("SET a 1")).startsWith("+OK");
        first.close();

        try (EmbeddedRedis second = EmbeddedRedis.start(first.port())) {
            assertThat(second.port()).isEqualTo(first.port());
            assertThat(new RedisAt(second.port()).answer("GET a")).startsWith("$-1");
        }
    }

    @Test
    void twoAtOnceHaveDifferentPorts() {
        try (EmbeddedRedis one = EmbeddedRedis.start();
                EmbeddedRedis other = EmbeddedRedis.start()) {
            assertThat(one.port()).isNotEqualTo(other.port());
            assertThat(new RedisAt(one.port()).answers()).isTrue();
            assertThat(new RedisAt(other.port()).answers()).isTrue();
        }
    }

    @Test
    void refusesAPortThatAnotherRedisHas() {
        try (EmbeddedRedis other = EmbeddedRedis.start()) {
            assertThatThrownBy(() -> EmbeddedRedis.start(other.port()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("on port " + other.port() + " ended with exit code 1", "already in use");
            assertThat(new RedisAt(other.port()).answers()).isTrue();
        }
    }

    @Test
    void refusesANumberThatIsNoPort() {
        assertThatThrownBy(() -> EmbeddedRedis.start(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closeLeavesNoProcessAndNoDirectory() {
        var others = ProcessHandle.current().descendants().toList();
        EmbeddedRedis redis = EmbeddedRedis.start();
        long pid = new RedisAt(redis.port()).pid();
        var directory = new RedisAt(redis.port()).directory();
        assertThat(directory).isDirectory();

        redis.close();

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(directory).doesNotExist();
        assertThat(ProcessHandle.current().descendants()).isSubsetOf(others);
    }

    @Test
    void closeMayBeCalledAgainAndByManyThreads() {
        EmbeddedRedis redis = EmbeddedRedis.start();
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(redis::close))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();
        redis.close();
        assertThat(new RedisAt(redis.port()).answers()).isFalse();
    }

    @Test
    void closeWorksWhenTheServerHasEndedByItself() {
        EmbeddedRedis redis = EmbeddedRedis.start();
        var directory = new RedisAt(redis.port()).directory();
        new RedisAt(redis.port()).answer("SHUTDOWN NOSAVE");
        redis.close();
        assertThat(directory).doesNotExist();
    }
}
