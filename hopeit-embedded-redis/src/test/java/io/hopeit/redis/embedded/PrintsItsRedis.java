package io.hopeit.redis.embedded;

import java.util.List;

/** An application for {@link Main}: prints its arguments and what its Redis answers, then fails if told to. */
final class PrintsItsRedis {
    private PrintsItsRedis() {}

    public static void main(String[] args) {
        String uri = System.getProperty("hopeit.redis.uri");
        System.out.println(List.of(args));
        System.out.println(uri);
        System.out.println(uri != null && RedisAt.uri(uri).answers());
        if (List.of(args).contains("fail")) {
            throw new UnsupportedOperationException("as told");
        }
    }
}
