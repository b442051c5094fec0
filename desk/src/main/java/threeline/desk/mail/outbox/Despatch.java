package threeline.desk.mail.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The postman's transactions: what he takes with him, what was taken from him, and each mail that was not. */
@Component
@Transactional
class Despatch {

    private final OutboxRows rows;
    private final ApplicationEventPublisher listeners;
    private final ObjectProvider<StillTheirs> readers;

    Despatch(OutboxRows rows, ApplicationEventPublisher listeners, ObjectProvider<StillTheirs> readers) {
        this.rows = rows;
        this.listeners = listeners;
        this.readers = readers;
    }

    List<UUID> tenantsWithPost(Instant now) {
        return rows.tenantsWithPost(now);
    }

    List<Parcel> claim(Instant now, int most) {
        return rows.claim(now, most).stream()
                .filter(it -> isStillTheirs(it, now))
                .toList();
    }

    /** What was left for somebody who may not have it by now waits, or stays; nobody hears of it as lost. */
    private boolean isStillTheirs(Parcel parcel, Instant now) {
        for (var reader : readers) {
            switch (reader.ask(parcel.about(), now)) {
                case StillTheirs.Answer.Now() -> {}
                case StillTheirs.Answer.Later(var at, var why) -> {
                    rows.later(parcel, at, why);
                    return false;
                }
                case StillTheirs.Answer.Never(var why) -> {
                    rows.giveUp(parcel, why);
                    return false;
                }
            }
        }
        return true;
    }

    void sent(Collection<Parcel> parcels, Instant now) {
        rows.sent(parcels, now);
    }

    void notTaken(Parcel parcel, Delivery delivery, Instant now) {
        switch (delivery) {
            case Delivery.Taken _ -> throw new IllegalArgumentException("it was taken");
            case Delivery.Deferred(var why) ->
                BackOff.next(parcel, now)
                        .ifPresentOrElse(
                                at -> rows.later(parcel, at, why), () -> giveUp(parcel, "for five days: " + why));
            case Delivery.Refused(var why) -> giveUp(parcel, why);
        }
    }

    private void giveUp(Parcel parcel, String why) {
        if (rows.giveUp(parcel, why)) {
            listeners.publishEvent(new MailLost(parcel.about(), parcel.recipient(), parcel.subject(), why));
        }
    }
}
