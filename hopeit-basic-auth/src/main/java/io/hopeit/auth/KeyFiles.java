package io.hopeit.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * The files with the pair of keys.
 *
 * @param privateFile PKCS#8, as PEM
 * @param publicFile SPKI, as PEM
 * @param passphrase of the private key; empty when it is not encrypted
 */
record KeyFiles(Path privateFile, Path publicFile, String passphrase) {
    private static final int BITS = 2048;
    private static final String PRIVATE = "private-key";
    private static final String PUBLIC = "public-key";

    /** Reads both; those that are missing are made before, if that is wanted. */
    Keys load(boolean create) throws KeyException {
        if (create) {
            create();
        }
        var privateKey = readPrivate();
        var publicKey = readPublic();
        if (!publicKey.getModulus().equals(privateKey.getModulus())
                || !publicKey.getPublicExponent().equals(privateKey.getPublicExponent())) {
            throw new KeyException(
                    PUBLIC,
                    "%s is not the public key of %s. Put a pair there.".formatted(publicFile, privateFile),
                    null);
        }
        return new Keys(privateKey, publicKey);
    }

    /**
     * Instances that start together agree on one pair: the private key of the first one counts, and every other makes the
     * same public key of it.
     */
    private void create() throws KeyException {
        boolean hasPublic = Files.exists(publicFile); // before the private one, which others write first
        if (!Files.exists(privateFile)) {
            if (hasPublic) {
                throw new KeyException(
                        PRIVATE,
                        "%s is missing but its public key %s is there. Put it back, or delete the public key to get a "
                                        .formatted(privateFile, publicFile)
                                + "new pair.",
                        null);
            }
            publish(PRIVATE, privateFile, Pem.ofPrivate(newPrivateKey(), passphrase));
        }
        if (!hasPublic) {
            publish(PUBLIC, publicFile, Pem.ofPublic(publicKeyOf(readPrivate()).getEncoded()));
        }
    }

    private static byte[] newPrivateKey() throws KeyException {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new KeyException(PRIVATE, "this Java makes no RSA keys.", e);
        }
    }

    private RSAPublicKey publicKeyOf(RSAPrivateCrtKey key) throws KeyException {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new KeyException(PRIVATE, privateFile + " has no public key.", e);
        }
    }

    /** Writes a file that only this user can read, whole or not at all; one that is there by then stays. */
    private static void publish(String setting, Path file, String content) throws KeyException {
        try {
            var directory = createDirectory(file);
            var written = Files.createTempFile(directory, ".key-", ".new"); // for this user only
            try {
                Files.writeString(written, content, US_ASCII);
                Files.createLink(file, written);
            } catch (FileAlreadyExistsException e) {
                // another instance was faster
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new KeyException(
                    setting,
                    "%s cannot be written: %s. Name one in a folder where this user can write.".formatted(file, e),
                    e);
        }
    }

    private static Path createDirectory(Path file) throws IOException {
        var directory = file.toAbsolutePath().normalize().getParent();
        if (directory == null) {
            throw new IOException("it is no file");
        }
        boolean hasPermissions =
                directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        var onlyMe = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        return hasPermissions ? Files.createDirectories(directory, onlyMe) : Files.createDirectories(directory);
    }

    private RSAPrivateCrtKey readPrivate() throws KeyException {
        try {
            var spec = new PKCS8EncodedKeySpec(Pem.readPrivate(text(PRIVATE, privateFile), passphrase));
            if (KeyFactory.getInstance("RSA").generatePrivate(spec) instanceof RSAPrivateCrtKey key) {
                check(PRIVATE, privateFile, key.getModulus().bitLength());
                return key;
            }
            throw new GeneralSecurityException("it has no primes");
        } catch (GeneralSecurityException e) {
            throw new KeyException(PRIVATE, "%s is no RSA key: %s".formatted(privateFile, e.getMessage()), e);
        }
    }

    private RSAPublicKey readPublic() throws KeyException {
        try {
            var spec = new X509EncodedKeySpec(Pem.readPublic(text(PUBLIC, publicFile)));
            var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
            check(PUBLIC, publicFile, key.getModulus().bitLength());
            return key;
        } catch (GeneralSecurityException e) {
            throw new KeyException(PUBLIC, "%s is no RSA key: %s".formatted(publicFile, e.getMessage()), e);
        }
    }

    private static void check(String setting, Path file, int bits) throws KeyException {
        if (bits < BITS) {
            throw new KeyException(
                    setting, "%s has %d bits, which are too few: use at least %d.".formatted(file, bits, BITS), null);
        }
    }

    private static String text(String setting, Path file) throws KeyException {
        if (!Files.exists(file)) {
            throw new KeyException(
                    setting,
                    "%s does not exist. Put the key there; for development, set hopeit.basic-auth.create-keys=true."
                            .formatted(file.toAbsolutePath()),
                    null);
        }
        try {
            return Files.readString(file, US_ASCII);
        } catch (CharacterCodingException e) {
            throw new KeyException(setting, file + " is no text: convert the key to PEM, with BEGIN and END.", e);
        } catch (IOException e) {
            throw new KeyException(
                    setting, "%s cannot be read: %s. Put a file there that this user can read.".formatted(file, e), e);
        }
    }
}
