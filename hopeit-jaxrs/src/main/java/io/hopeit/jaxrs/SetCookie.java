package io.hopeit.jaxrs;

import jakarta.ws.rs.core.NewCookie;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a {@code Set-Cookie} header, in the grammar for servers of RFC 6265, 4.1.1. It is written here, as each
 * implementation of JAX-RS has its own mind about quotes, versions, dates and the order of attributes.
 */
final class SetCookie {
    private static final Pattern VALUE = Pattern.compile("[!#-+\\--:<-\\[\\]-~]*|\"[ !#-+\\--:<-\\[\\]-~]*\"");
    /** The RFC knows no blanks, but hopeit.engine's refresh cookie has one, in quotes, as clients understand it best. */
    private static final Pattern WITH_BLANKS = Pattern.compile("[ !#-+\\--:<-\\[\\]-~]*");

    private static final Pattern PATH = Pattern.compile("[ -:<-~]*");
    private static final Pattern DOMAIN = Pattern.compile("\\.?[A-Za-z0-9-]++(\\.[A-Za-z0-9-]++)*+");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static final String CHARACTER = " has a character that cookies cannot have: encode it";
    private static final String WRONG_DOMAIN =
            "the domain of the cookie %s is none such as shop.example: leave it out for this host only";

    private static final long LAST_EXPIRY =
            Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    private SetCookie() {}

    /** Of this cookie; its comment and its version are left out, as the RFC knows neither. */
    static String text(NewCookie cookie) {
        if (!HeaderText.isToken(cookie.getName())) {
            throw new IllegalArgumentException("not the name of a cookie");
        }
        var text = new StringJoiner("; ");
        text.add(cookie.getName() + "=" + value(cookie));
        add(text, "Path", checked(cookie, cookie.getPath(), PATH, "the path of the cookie %s" + CHARACTER));
        add(text, "Domain", checked(cookie, cookie.getDomain(), DOMAIN, WRONG_DOMAIN));
        add(text, "Max-Age", cookie.getMaxAge() < 0 ? null : cookie.getMaxAge());
        add(text, "Expires", date(cookie.getExpiry()));
        flag(text, "Secure", cookie.isSecure());
        flag(text, "HttpOnly", cookie.isHttpOnly());
        add(text, "SameSite", sameSite(cookie.getSameSite()));
        return text.toString();
    }

    private static String value(NewCookie cookie) {
        var value = cookie.getValue() == null ? "" : cookie.getValue();
        if (VALUE.matcher(value).matches()) {
            return value;
        }
        return "\"" + checked(cookie, value, WITH_BLANKS, "the value of the cookie %s" + CHARACTER) + "\"";
    }

    private static @Nullable String checked(NewCookie cookie, @Nullable String part, Pattern allowed, String problem) {
        if (part != null && !allowed.matcher(part).matches()) {
            throw new IllegalArgumentException(problem.formatted(cookie.getName()));
        }
        return part;
    }

    /** Years have four digits there, and what is over is over. */
    @SuppressWarnings("JavaUtilDate") // java.sql.Date has no instant
    private static @Nullable String date(@Nullable Date expiry) {
        return expiry == null ? null : DATE.format(Instant.ofEpochMilli(Math.clamp(expiry.getTime(), 0L, LAST_EXPIRY)));
    }

    private static @Nullable String sameSite(NewCookie.@Nullable SameSite sameSite) {
        return switch (sameSite) {
            case null -> null;
            case STRICT -> "Strict";
            case LAX -> "Lax";
            case NONE -> "None";
        };
    }

    private static void add(StringJoiner text, String name, @Nullable Object value) {
        if (value != null) {
            text.add(name + "=" + value);
        }
    }

    private static void flag(StringJoiner text, String name, boolean isSet) {
        if (isSet) {
            text.add(name);
        }
    }
}
