package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {
    @TempDir
    Path directory;

    private Path privateFile;
    private Path publicFile;

    @BeforeEach
    void nameFiles() {
        privateFile = directory.resolve("keys/shop.pem");
        publicFile = directory.resolve("keys/shop_pub.pem");
    }

    private KeyFiles files(String passphrase) {
        return new KeyFiles(privateFile, publicFile, passphrase);
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** What another process does; it prints which key it has got. */
    static final class Starts {
        public static void main(String... args) throws Exception {
            System.in.read();
            System.out.print(new KeyFiles(Path.of(args[0]), Path.of(args[1]), "")
                    .load(true)
                    .id());
        }
    }

    @Test
    void makesAPairThatOnlyThisUserCanRead() throws Exception {
        var made = files("").load(true);

        assertThat(made.privateKey().getModulus().bitLength()).isEqualTo(2048);
        assertThat(files("").load(false)).isEqualTo(made);
        assertThat(permissions(privateFile)).isEqualTo("rw-------");
        assertThat(permissions(privateFile.getParent())).isEqualTo("rwx------");
        assertThat(privateFile.getParent()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aPairThatIsThereIsKept() throws Exception {
        var made = files("").load(true);

        assertThat(files("").load(true)).isEqualTo(made);
    }

    @Test
    void aPublicKeyThatIsMissingIsMadeOfThePrivateOne() throws Exception {
        var made = files("").load(true);
        Files.delete(publicFile);

        assertThat(files("").load(true)).isEqualTo(made);
    }

    @Test
    void aPrivateKeyThatIsMissingIsNotReplacedUnderItsPublicKey() throws Exception {
        files("").load(true);
        Files.delete(privateFile);

        assertThatThrownBy(() -> files("").load(true))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("is missing but its public key");
        assertThat(privateFile).doesNotExist();
    }

    @Test
    void threadsThatStartTogetherAgreeOnOnePair() throws Exception {
        int count = 8;
        var barrier = new CyclicBarrier(count);
        var ids = new ArrayList<Future<String>>();
        try (var threads = Executors.newFixedThreadPool(count)) {
            for (int i = 0; i < count; i++) {
                ids.add(threads.submit(() -> {
                    barrier.await();
                    return files("").load(true).id();
                }));
            }
        }
        assertThat(ids)
                .extracting(Future::get)
                .containsOnly(files("").load(false).id());
    }

    @Test
    void processesThatStartTogetherAgreeOnOnePair() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Starts.class.getName(),
                            privateFile.toString(),
                            publicFile.toString())
                    .start());
        }
        for (Process process : processes) {
            process.getOutputStream().close();
        }
        var ids = new ArrayList<String>();
        for (Process process : processes) {
            ids.add(new String(process.getInputStream().readAllBytes()));
        }
        assertThat(ids).containsOnly(files("").load(false).id());
    }

    @Test
    void aPrivateKeyMayBeEncrypted() throws Exception {
        var made = files("passphrase").load(true);

        assertThat(privateFile).content().startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(files("passphrase").load(false)).isEqualTo(made);
        assertThatThrownBy(() -> files("wrong").load(false))
                .isInstanceOf(KeyException.class)
                .hasMessageEndingWith("hopeit.basic-auth.key-passphrase does not decrypt it.");
        assertThatThrownBy(() -> files("").load(false))
                .isInstanceOf(KeyException.class)
                .hasMessageEndingWith("it is encrypted. Set hopeit.basic-auth.key-passphrase.");
    }

    @Test
    void missingFilesAreNamed() {
        assertThatThrownBy(() -> files("").load(false))
                .isInstanceOf(KeyException.class)
                .hasMessage(
                        "%s does not exist. Put the key there; for development, set hopeit.basic-auth.create-keys=true.",
                        privateFile);
    }

    @Test
    void shortKeysAreRefused() throws Exception {
        var pair = Given.newPair(1024);
        Files.createDirectories(privateFile.getParent());
        Files.writeString(privateFile, Pem.ofPrivate(pair.getPrivate().getEncoded(), ""));
        Files.writeString(publicFile, Pem.ofPublic(pair.getPublic().getEncoded()));

        assertThatThrownBy(() -> files("").load(false))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("has 1024 bits, which are too few: use at least 2048.");
    }

    @Test
    void keysThatDoNotBelongTogetherAreRefused() throws Exception {
        files("").load(true);
        Files.writeString(
                publicFile, Pem.ofPublic(Given.newPair(2048).getPublic().getEncoded()));

        assertThatThrownBy(() -> files("").load(false))
                .isInstanceOf(KeyException.class)
                .hasMessage("%s is not the public key of %s. Put a pair there.", publicFile, privateFile);
    }

    @Test
    void aKeyInTheFormatOfHopeitEngineIsToBeConverted() throws Exception {
        files("").load(true);
        Files.writeString(privateFile, Files.readString(privateFile).replace(" PRIVATE", " RSA PRIVATE"));

        assertThatThrownBy(() -> files("").load(false))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("it is PKCS#1. Convert it: openssl pkcs8 -topk8");
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutRepeatingIt() throws Exception {
        files("").load(true);
        Files.writeString(privateFile, "-----BEGIN PRIVATE KEY-----\nczNjcmV0\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> files("").load(false))
                .isInstanceOf(KeyException.class)
                .message()
                .contains("is no RSA key")
                .doesNotContain("czNjcmV0", "s3cret");
    }

    @Test
    void whatIsNotBase64IsSaidNotToBe() throws Exception {
        files("").load(true);
        Files.writeString(publicFile, "-----BEGIN PUBLIC KEY-----\nA=A\n-----END PUBLIC KEY-----\n");

        assertThatThrownBy(() -> files("").load(false))
                .isInstanceOf(KeyException.class)
                .hasMessage("%s is no RSA key: it is no Base64 between BEGIN and END.", publicFile);
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws Exception {
        Files.writeString(directory.resolve("keys"), "a file where the folder should be");

        assertThatThrownBy(() -> files("").load(true))
                .isInstanceOf(KeyException.class)
                .hasMessageStartingWith(privateFile + " cannot be written: java.nio.file.FileAlreadyExistsException")
                .hasMessageEndingWith("Name one in a folder where this user can write.");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws Exception {
        Files.createDirectories(privateFile);

        assertThatThrownBy(() -> files("").load(false))
                .isInstanceOf(KeyException.class)
                .hasMessageStartingWith(privateFile + " cannot be read: java.io.IOException")
                .hasMessageEndingWith("Put a file there that this user can read.");
    }

    @Test
    void aKeyThatIsNoTextIsToBeConverted() throws Exception {
        files("").load(true);
        Files.write(publicFile, new byte[] {0x30, (byte) 0x82, 0x01, 0x22});

        assertThatThrownBy(() -> files("").load(false))
                .isInstanceOf(KeyException.class)
                .hasMessage(publicFile + " is no text: convert the key to PEM, with BEGIN and END.");
    }

    @Test
    void aFileThatIsNoPemIsSaidToBeNone() throws Exception {
        files("").load(true);
        Files.writeString(publicFile, "ssh-rsa AAAA");

        assertThatThrownBy(() -> files("").load(false))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("it is no PEM, a text with BEGIN and END.");
    }

    @Test
    void aPrivateKeyIsNotTakenForThePublicOne() throws Exception {
        files("").load(true);
        Files.copy(privateFile, publicFile, StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> files("").load(false))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("it says BEGIN PRIVATE KEY instead of BEGIN PUBLIC KEY.");
    }

    @Test
    void keysAreNotPrinted() throws Exception {
        var keys = files("").load(true);

        assertThat(keys).hasToString("Keys[" + keys.id() + "]");
    }
}
