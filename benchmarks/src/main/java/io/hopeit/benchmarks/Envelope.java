package io.hopeit.benchmarks;

/** What is around a payload in the stream. */
enum Envelope {
    /** One field. */
    BARE {
        @Override
        byte[] append(String key, int number, String payload) {
            return RespClient.command("XADD", key, "*", "payload", payload);
        }
    },
    /** The fields of hopeit.engine. */
    HOPEIT {
        @Override
        byte[] append(String key, int number, String payload) {
            var now = "2026-11-25T10:00:00.000000+00:00";
            return RespClient.command(
                    "XADD",
                    key,
                    "*",
                    "id",
                    "o-" + number,
                    "type",
                    "bench.Order",
                    "submit_ts",
                    now,
                    "event_ts",
                    "",
                    "track.operation_id",
                    "6a2f4f6e-53e8-4f1d-9c0b-%012d".formatted(number),
                    "track.request_id",
                    "c0f6a5de-0c54-4f0b-8c5a-%012d".formatted(number),
                    "track.request_ts",
                    now,
                    "event.app",
                    "bench.1x0",
                    "auth_info",
                    UNSECURED,
                    "ser",
                    "json",
                    "comp",
                    "none",
                    "payload",
                    payload,
                    "queue",
                    "AUTO");
        }
    },
    /** Ours, short. */
    COMPACT {
        @Override
        byte[] append(String key, int number, String payload) {
            var now = "2026-11-25T10:00:00.000000%2b00:00";
            var header =
                    "type=bench.Order&submit_ts=%1$s&track.operation_id=6a2f4f6e-53e8-4f1d-9c0b-%2$012d&track.request_id=c0f6a5de-0c54-4f0b-8c5a-%2$012d&track.request_ts=%1$s&event.app=bench.1x0"
                            .formatted(now, number);
            return RespClient.command("XADD", key, "*", "id", "o-" + number, "header", header, "payload", payload);
        }
    };

    private static final String UNSECURED = "eyJhdXRoX3R5cGUiOiAiVW5zZWN1cmVkIiwgImFsbG93ZWQiOiB0cnVlfQ==";

    /** The command that appends it. */
    abstract byte[] append(String key, int number, String payload);
}
