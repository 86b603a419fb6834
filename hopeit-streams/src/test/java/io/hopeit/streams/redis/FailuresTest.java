package io.hopeit.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.BrokerException.Kind;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
    private static BrokerException of(Throwable failure) {
        return Failures.of("append to orders", "redis://localhost", failure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    STATE     | NOGROUP No such key 'a' or consumer group 'g'
                    STATE     | UNBLOCKED the stream key no longer exists
                    STATE     | ERR no such key
                    TOPOLOGY  | UNBLOCKED force unblock from blocking operation, instance state changed (master -> replica?)
                    TOPOLOGY  | READONLY You can't write against a read only replica.
                    TOPOLOGY  | MOVED 3999 127.0.0.1:6381
                    TOPOLOGY  | CLUSTERDOWN Hash slot not served
                    TRANSIENT | LOADING Redis is loading the dataset in memory
                    TRANSIENT | NOREPLICAS Not enough good replicas to write.
                    TRANSIENT | MASTERDOWN Link with MASTER is down
                    TRANSIENT | BUSY Redis is busy running a script.
                    TRANSIENT | TRYAGAIN Multiple keys request during rehashing of slot
                    CAPACITY  | OOM command not allowed when used memory > 'maxmemory'.
                    CAPACITY  | MISCONF Redis is configured to save RDB snapshots
                    PERMANENT | NOAUTH Authentication required.
                    PERMANENT | WRONGPASS invalid username-password pair
                    PERMANENT | NOPERM this user has no permissions to run the 'evalsha' command
                    PERMANENT | WRONGTYPE Operation against a key holding the wrong kind of value
                    PERMANENT | CROSSSLOT Keys in request don't hash to the same slot
                    PERMANENT | ERR unknown command 'XAUTOCLAIM'
                    CAPACITY  | ERR Error running script (call to f_1): @user_script:9: @user_script: 9: -OOM command not allowed
                    PERMANENT | ERR Error running script (call to f_1): @user_script:9: WRONGTYPE Operation against a key
                    """)
    void anAnswerSaysWhatKindOfTroubleItIsAndThatNothingWasDone(Kind kind, String answer) {
        var failure = of(new CompletionException(new RedisCommandExecutionException(answer)));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.isOutcomeUnknown()).isFalse();
    }

    @Test
    void withoutAnAnswerTheOutcomeIsUnknown() {
        assertThat(of(new IOException("Connection reset")).isOutcomeUnknown()).isTrue();
        assertThat(of(new RedisException("no answer in time")).isOutcomeUnknown())
                .isTrue();
    }

    @Test
    void whatToSetForAClusterIsAValueOfIt() {
        assertThat(of(new RedisCommandExecutionException("MOVED 3999 127.0.0.1:6381")))
                .hasMessageEndingWith("; set hopeit.redis.topology=cluster if this is a cluster");
    }

    @Test
    void whatWasNotSentWasNotDone() {
        var failure = of(new NotSentException(new IOException("Connection refused")));

        assertThat(failure.isOutcomeUnknown()).isFalse();
        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failure).hasMessage("cannot append to orders at redis://localhost: Connection refused");
    }

    @Test
    void aCertificateThatNobodyTrustsNeedsHelp() {
        assertThat(of(new NotSentException(new SSLHandshakeException("no path")))
                        .kind())
                .isEqualTo(Kind.PERMANENT);
    }
}
