package threeline.desk.mail.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The postman's two transactions: what he takes with him, and what became of it. */
@Component
@Transactional
class Despatch {

    private final OutboxRows rows;
    private final ApplicationEventPublisher listeners;

    Despatch(OutboxRows rows, ApplicationEventPublisher listeners) {
        this.rows = rows;
        this.listeners = listeners;
    }

    List<UUID> tenantsWithPost(Instant now) {
        return rows.tenantsWithPost(now);
    }

    List<Parcel> claim(Instant now, int most) {
        return rows.claim(now, most);
    }

    void settle(Map<Parcel, Delivery> results, Instant now) {
        rows.sent(
                results.entrySet().stream()
                        .filter(it -> it.getValue() instanceof Delivery.Taken)
                        .map(Map.Entry::getKey)
                        .toList(),
                now);
        results.forEach((parcel, delivery) -> {
            switch (delivery) {
                case Delivery.Taken() -> {}
                case Delivery.Deferred(var why) ->
                    BackOff.next(parcel, now)
                            .ifPresentOrElse(
                                    at -> rows.later(parcel, at, why), () -> giveUp(parcel, "for five days: " + why));
                case Delivery.Refused(var why) -> giveUp(parcel, why);
            }
        });
    }

    private void giveUp(Parcel parcel, String why) {
        if (rows.giveUp(parcel, why)) {
            listeners.publishEvent(new MailLost(parcel.about(), parcel.recipient(), parcel.subject(), why));
        }
    }
}
