package io.hopeit.sample.storage;

/**
 * A pattern of file names: {@code *} is any number of characters and {@code ?} is one, but none is a slash. It takes
 * time in proportion to the length of pattern and name, whatever a client sends; a regular expression would not.
 *
 * @param pattern {@code 2026/11/21/05/a*}
 */
record Wildcard(String pattern) {

    boolean namesFolder() {
        return pattern.indexOf('/') >= 0;
    }

    boolean matches(String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = 0;
        while (n < name.length()) {
            if (p < pattern.length() && fits(pattern.charAt(p), name.charAt(n))) {
                p++;
                n++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = n;
            } else if (star >= 0 && name.charAt(retry) != '/') {
                p = star + 1;
                n = ++retry;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }

    private static boolean fits(char wanted, char given) {
        return wanted == '?' ? given != '/' : wanted == given && wanted != '*';
    }
}
