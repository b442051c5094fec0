package threeline.desk.ticket;

import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import threeline.desk.people.erasure.Erased;

/** Takes files out of the store beside the database once nobody's row leads there any more. */
@Component
class ErasedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedFiles.class);

    private final FileStore store;

    ErasedFiles(FileStore store) {
        this.store = store;
    }

    @TransactionalEventListener
    void on(Erased erased) {
        if (store.isThere()) {
            erased.contents().forEach(this::remove);
        }
    }

    private void remove(byte[] sha256) {
        try {
            store.remove(sha256);
        } catch (FileStore.Unwilling failed) {
            LOG.error(
                    "somebody is erased, but object {} is still in the file store: remove it by hand",
                    HexFormat.of().formatHex(sha256),
                    failed);
        }
    }
}
