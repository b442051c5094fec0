package threeline.desk.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder that holds all a desk keeps; one running desk at a time, readable by its owner alone. */
final class DataFolder implements AutoCloseable {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final long ENOUGH_MEGABYTES = 300;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder open(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path, OWNER_ONLY);
            var free = Files.getFileStore(path).getUsableSpace() >> 20;
            if (free < ENOUGH_MEGABYTES) {
                throw new Trouble(
                        "no space: %d MB are free in %s, and %d MB are needed; free some, or give another folder with --threeline.folder=..."
                                .formatted(free, path, ENOUGH_MEGABYTES));
            }
            return new DataFolder(path, locked(path));
        } catch (AccessDeniedException e) {
            throw new Trouble(
                    "may not write in %s; give this user the right to, or another folder with --threeline.folder=..."
                            .formatted(path),
                    e);
        } catch (IOException e) {
            throw new Trouble("cannot use the folder %s: %s".formatted(path, e), e);
        }
    }

    /** Whether a desk is running on it. */
    static boolean inUse(Path folder) throws IOException {
        var lock = folder.resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        }
    }

    /** The lock goes with the process, even with one that is killed. */
    private static FileChannel locked(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new Trouble(
                    "another Threeline is running on %s; stop it, or give another folder with --threeline.folder=..."
                            .formatted(path));
        }
        return channel;
    }

    private static @Nullable Object tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException _) {
            // the lock ends with the process at the latest
        }
    }
}
