package org.chengshu.data.catalogue;

import static org.chengshu.data.catalogue.EntryTable.*;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.DataError;
import org.chengshu.data.Dataset;
import org.chengshu.data.catalogue.Providers.ResourceProvider;
import org.chengshu.kernel.Fault;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Where entries are written: drafts and next versions, each change under the lock of its entry and in its history. */
@Component
public class EntryDesk {
    private final EntryStore store;
    private final EntryHistory history;
    private final CatalogueClasses classes;
    private final Providers providers;
    private final Transactions transactions;
    private final Clock clock;

    EntryDesk(
            EntryStore store,
            EntryHistory history,
            CatalogueClasses classes,
            Providers providers,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.history = history;
        this.classes = classes;
        this.providers = providers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the viewer sees; a {@link DataError#ENTRY_NOT_FOUND} otherwise. */
    public Entry get(String id, Viewer viewer) {
        return store.find(id).filter(entry -> EntryRights.sees(viewer, entry)).orElseThrow(() -> missing(id));
    }

    /** What is written or reviewed now; nothing pending, or not the viewer's to see, is the published content. */
    public EntryContent pending(Entry entry, Viewer viewer) {
        return entry.pending()
                .filter(content -> entry.version() == 0
                        || EntryRights.drafts(viewer).contains(entry.areaPath(), Optional.of(entry.organisationPath())))
                .orElseGet(entry::content);
    }

    /** A resource outside of the platform, as a draft. */
    public Entry create(String organisation, EntryContent content, String origin, Viewer viewer) {
        return transactions.call(() -> {
            ResourceProvider provider = provider(organisation, viewer);
            require(draftFaults(content, List.of()));
            Entry entry = insert(
                    store.nextResource(), Optional.empty(), provider, content.in(EntryContent.OUTSIDE), origin, viewer);
            history.add(entry, "created", clock.instant(), viewer, Optional.empty());
            return entry;
        });
    }

    /** What would be wrong with it, without storing anything. */
    public List<PlacedFault> faults(String organisation, EntryContent content, Viewer viewer) {
        List<PlacedFault> faults = new ArrayList<>(draftFaults(content, List.of()));
        if (provided(organisation, viewer).isEmpty()) {
            faults.add(noSuchProvider(organisation));
        }
        return faults;
    }

    /** The draft of a dataset, by the platform's hand. */
    public Entry draft(String dataset, String owner, EntryContent content) {
        return transactions.call(() -> {
            Viewer platform = Viewer.system();
            Entry entry = insert(
                    dataset, Optional.of(dataset), providers.owner(owner), content, Entry.FROM_REGISTRY, platform);
            history.add(entry, "drafted", clock.instant(), platform, Optional.empty());
            return entry;
        });
    }

    /** Drafts anew what nobody has touched; anything else is left as it is. */
    public void redraft(String id, String owner, EntryContent content) {
        transactions.run(() -> {
            Entry entry = store.lock(id);
            if (entry.isUntouched() && !(entry.content().equals(content) && sameOwner(entry, owner))) {
                Map<Field<?>, Object> sets = new HashMap<>(placed(providers.owner(owner)));
                sets.put(CONTENT, store.written(content));
                store.change(entry.id(), sets);
            }
        });
    }

    private boolean sameOwner(Entry entry, String owner) {
        return entry.organisation().equals(providers.owner(owner).code());
    }

    /** Forgets the draft of a dataset that is no more; what was written on by people stays. */
    public void forget(String id) {
        transactions.run(() -> {
            if (store.lock(id).isUntouched()) {
                store.delete(id);
            }
        });
    }

    /** Writes the draft, or the next version of what is published. */
    public Entry write(String id, Optional<String> organisation, EntryContent content, IfMatch ifMatch, Viewer viewer) {
        return transactions.call(() -> {
            Entry entry = locked(id, EntryRights.EDIT, viewer);
            ifMatch.require(entry.etag());
            if (entry.pendingState().filter(EntryState.REVIEW::equals).isPresent()) {
                throw new Fault(DataError.ENTRY_NOT_NOW, entry.id() + " is in review; take it back first");
            }
            EntryContent kept = content.in(entry.content().layer());
            require(draftFaults(kept, List.of(entry.id(), entry.code())));
            Map<Field<?>, Object> sets = written(entry, kept);
            organisation
                    .filter(code -> !code.equals(entry.organisation()))
                    .ifPresent(code -> sets.putAll(placed(provider(code, viewer))));
            sets.put(EDITORS, editors(entry, viewer));
            sets.put(CHANGED_AT, utc(clock.instant()));
            Entry after = store.change(entry.id(), sets);
            history.add(after, "written", clock.instant(), viewer, Optional.empty());
            return after;
        });
    }

    private Map<Field<?>, Object> written(Entry entry, EntryContent content) {
        Map<Field<?>, Object> sets = new HashMap<>();
        if (entry.version() == 0) {
            sets.put(CONTENT, store.written(content));
            if (!content.classCode().equals(entry.content().classCode())
                    || entry.code().startsWith("0/")) {
                sets.put(CODE, store.nextCode(content.classCode()));
            }
        } else {
            sets.put(REVISION, store.written(content));
            sets.put(REVISION_STATE, EntryState.DRAFT.word());
        }
        return sets;
    }

    /** Who has written on it, the viewer among them. */
    static UUID[] editors(Entry entry, Viewer viewer) {
        List<UUID> editors = new ArrayList<>(entry.editors());
        if (!editors.contains(viewer.accountId())) {
            editors.add(viewer.accountId());
        }
        return editors.toArray(UUID[]::new);
    }

    /**
     * From now on it describes this dataset, which has come after it. The draft that the platform made of the dataset goes;
     * one that people have written on stays in the way.
     */
    public Entry tie(String id, Dataset dataset, IfMatch ifMatch, Viewer viewer) {
        return transactions.call(() -> {
            Entry entry = locked(id, EntryRights.EDIT, viewer);
            ifMatch.require(entry.etag());
            entry.dataset().ifPresent(tied -> {
                throw new Fault(DataError.ENTRY_NOT_NOW, entry.id() + " describes " + tied + " already");
            });
            requireOwn(dataset, viewer);
            giveWay(dataset.id());
            String layer = EntryDraft.layer(dataset.id());
            Map<Field<?>, Object> sets = new HashMap<>();
            sets.put(DATASET, dataset.id());
            sets.put(CONTENT, store.written(entry.content().in(layer)));
            entry.revision().ifPresent(next -> sets.put(REVISION, store.written(next.in(layer))));
            sets.put(CHANGED_AT, utc(clock.instant()));
            Entry after = store.change(entry.id(), sets);
            history.add(after, "tied", clock.instant(), viewer, Optional.of(dataset.id()));
            return after;
        });
    }

    private void requireOwn(Dataset dataset, Viewer viewer) {
        ResourceProvider owner = providers.owner(dataset.owner());
        if (!viewer.scope(EntryRights.EDIT).contains(owner.areaPath(), Optional.of(owner.path()))) {
            throw new Fault(CoreError.FORBIDDEN, "you may not write for the owner of " + dataset.id());
        }
    }

    private void giveWay(String dataset) {
        store.find(dataset).map(draft -> store.lock(draft.id())).ifPresent(draft -> {
            if (!draft.isUntouched()) {
                throw new Fault(DataError.ENTRY_NOT_NOW, dataset + " is described by " + draft.id() + " already");
            }
            store.delete(draft.id());
        });
    }

    /** Drops the next version, or a draft that was never published and is of nothing that the platform holds. */
    public void discard(String id, IfMatch ifMatch, Viewer viewer) {
        transactions.run(() -> {
            Entry entry = locked(id, EntryRights.EDIT, viewer);
            ifMatch.require(entry.etag());
            if (entry.revision().isPresent()) {
                Map<Field<?>, Object> sets = new HashMap<>();
                sets.put(REVISION, null);
                sets.put(REVISION_STATE, null);
                sets.put(EDITORS, new UUID[0]);
                sets.put(REVIEW_NOTE, null);
                store.change(entry.id(), sets);
                history.add(entry, "discarded", clock.instant(), viewer, Optional.empty());
            } else if (entry.version() == 0 && entry.dataset().isEmpty()) {
                store.delete(entry.id());
            } else {
                throw new Fault(DataError.ENTRY_NOT_NOW, "nothing of " + entry.id() + " can be discarded");
            }
        });
    }

    private Entry insert(
            String id,
            Optional<String> dataset,
            ResourceProvider provider,
            EntryContent content,
            String origin,
            Viewer viewer) {
        Map<Field<?>, Object> sets = new HashMap<>(placed(provider));
        sets.put(ID, id);
        sets.put(DATASET, dataset.orElse(null));
        sets.put(CODE, store.nextCode(content.classCode()));
        sets.put(STATE, EntryState.DRAFT.word());
        sets.put(CONTENT, store.written(content));
        sets.put(ORIGIN, origin);
        sets.put(EDITORS, origin.equals(Entry.FROM_REGISTRY) ? new UUID[0] : new UUID[] {viewer.accountId()});
        sets.put(CREATED_AT, utc(clock.instant()));
        sets.put(CHANGED_AT, utc(clock.instant()));
        store.insert(sets);
        return store.lock(id);
    }

    private static Map<Field<?>, Object> placed(ResourceProvider provider) {
        return Map.of(
                ORGANISATION, provider.code(),
                ORGANISATION_PATH, provider.path(),
                AREA_PATH, provider.areaPath());
    }

    private ResourceProvider provider(String code, Viewer viewer) {
        return provided(code, viewer).orElseThrow(() -> faulty(List.of(noSuchProvider(code))));
    }

    private Optional<ResourceProvider> provided(String code, Viewer viewer) {
        return providers.find(code).filter(provider -> viewer.scope(EntryRights.EDIT)
                .contains(provider.areaPath(), Optional.of(provider.path())));
    }

    private static PlacedFault noSuchProvider(String code) {
        return EntryRights.fault(
                "organisation",
                code.isEmpty() ? "要选提供方" : "没有提供方 " + code + "，或您不能为它编目",
                code.isEmpty() ? "a provider is needed" : "there is no provider " + code + " that you may write for");
    }

    private List<PlacedFault> draftFaults(EntryContent content, List<String> own) {
        List<PlacedFault> faults = new ArrayList<>(EntryCheck.ofDraft(content));
        if (!content.classCode().isEmpty() && !classes.has(content.classCode())) {
            faults.add(EntryRights.fault(
                    "classCode", "没有分类 " + content.classCode(), "there is no class " + content.classCode()));
        }
        store.unknown(content.related())
                .forEach(id -> faults.add(
                        EntryRights.fault("related", "没有关联资源 " + id, "there is no entry " + id + " to relate to")));
        if (content.related().stream().anyMatch(own::contains)) {
            faults.add(EntryRights.fault("related", "不能关联自己", "an entry is not related to itself"));
        }
        return faults;
    }

    private static void require(List<PlacedFault> faults) {
        if (!faults.isEmpty()) {
            throw faulty(faults);
        }
    }

    static FaultyInput faulty(List<PlacedFault> faults) {
        return new FaultyInput(
                DataError.ENTRY_FAULTY, faults.getFirst().detail().en(), faults);
    }

    /** Under lock; absent for whoever does not see it, forbidden for whoever lacks the right there. */
    Entry locked(String id, String permission, Viewer viewer) {
        Entry entry = store.lock(id);
        if (EntryRights.may(viewer, permission, entry)) {
            return entry;
        }
        if (!EntryRights.drafts(viewer).contains(entry.areaPath(), Optional.of(entry.organisationPath()))) {
            throw missing(id);
        }
        throw new Fault(CoreError.FORBIDDEN, "the right " + permission + " is needed there");
    }

    private static Fault missing(String id) {
        return new Fault(DataError.ENTRY_NOT_FOUND, "there is no entry " + id);
    }
}
