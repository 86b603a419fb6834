package io.hopeit.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Keys as text, RFC 7468. No message says anything of a key. */
final class Pem {
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final String ENCRYPTION = "PBEWithHmacSHA256AndAES_256";
    private static final int LINE = 64;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private record Block(String label, String base64) {
        byte[] content() throws GeneralSecurityException {
            try {
                return Base64.getMimeDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                throw new GeneralSecurityException("it is no Base64 between BEGIN and END.", e);
            }
        }
    }

    private Pem() {}

    static String ofPublic(byte[] key) {
        return write(PUBLIC, key);
    }

    /** Encrypted, unless there is no passphrase. */
    static String ofPrivate(byte[] key, String passphrase) throws KeyException {
        return passphrase.isEmpty() ? write(PRIVATE, key) : write(ENCRYPTED, encrypt(key, passphrase));
    }

    private static String write(String label, byte[] content) {
        var base64 = Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII)).encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label);
    }

    static byte[] readPublic(String text) throws GeneralSecurityException {
        var block = block(text);
        return switch (block.label()) {
            case PUBLIC -> block.content();
            default -> throw wrong("BEGIN PUBLIC KEY", block);
        };
    }

    static byte[] readPrivate(String text, String passphrase) throws GeneralSecurityException {
        var block = block(text);
        return switch (block.label()) {
            case PRIVATE -> block.content();
            case ENCRYPTED -> decrypt(block.content(), passphrase);
            case "RSA PRIVATE KEY" ->
                throw new GeneralSecurityException(
                        "it is PKCS#1. Convert it: openssl pkcs8 -topk8 -nocrypt -in <this file> -out <new file>.");
            default -> throw wrong("BEGIN PRIVATE KEY", block);
        };
    }

    private static GeneralSecurityException wrong(String expected, Block block) {
        return new GeneralSecurityException("it says BEGIN %s instead of %s.".formatted(block.label(), expected));
    }

    private static Block block(String text) throws GeneralSecurityException {
        var block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new GeneralSecurityException("it is no PEM, a text with BEGIN and END.");
        }
        return new Block(block.group(1), block.group(2));
    }

    private static byte[] encrypt(byte[] key, String passphrase) throws KeyException {
        try {
            var cipher = Cipher.getInstance(ENCRYPTION);
            cipher.init(Cipher.ENCRYPT_MODE, secret(ENCRYPTION, passphrase));
            var parameters = AlgorithmParameters.getInstance("PBES2"); // the name that the standard has for it
            parameters.init(cipher.getParameters().getEncoded());
            return new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(key)).getEncoded();
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyException("key-passphrase", "this Java cannot encrypt the private key.", e);
        }
    }

    private static byte[] decrypt(byte[] content, String passphrase) throws GeneralSecurityException {
        if (passphrase.isEmpty()) {
            throw new GeneralSecurityException("it is encrypted. Set hopeit.basic-auth.key-passphrase.");
        }
        try {
            var info = new EncryptedPrivateKeyInfo(content);
            var parameters = info.getAlgParameters();
            // of PBES2 only the parameters know the algorithm
            var algorithm = parameters == null ? info.getAlgName() : parameters.toString();
            var cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, secret(algorithm, passphrase), parameters);
            return info.getKeySpec(cipher).getEncoded();
        } catch (GeneralSecurityException | IOException e) {
            throw new GeneralSecurityException("hopeit.basic-auth.key-passphrase does not decrypt it.", e);
        }
    }

    private static SecretKey secret(String algorithm, String passphrase) throws GeneralSecurityException {
        return SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(passphrase.toCharArray()));
    }
}
