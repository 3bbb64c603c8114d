package org.chengshu.core.access.internal.role;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.spi.Permission;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What people do to roles. Built-in roles and those of packs are for copying only; nobody puts in what he does not hold. */
@Component
class RoleDesk implements RoleBook {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,62}");
    private static final int MOST_NAMED = 20;
    private static final int MOST_PERMISSIONS = 200;
    private static final int LONGEST_TITLE = 100;

    private final RoleStore roles;
    private final PermissionBook book;
    private final Transactions transactions;

    RoleDesk(RoleStore roles, PermissionBook book, Transactions transactions) {
        this.roles = roles;
        this.book = book;
        this.transactions = transactions;
    }

    record Content(Text title, Set<String> permissions) {
        Content {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(permissions, "permissions");
            permissions = new TreeSet<>(permissions);
            if (title.zh().isBlank()
                    || title.en().isBlank()
                    || title.zh().length() > LONGEST_TITLE
                    || title.en().length() > LONGEST_TITLE) {
                throw new IllegalArgumentException("a title has 1.." + LONGEST_TITLE + " characters in zh and en");
            }
            if (permissions.size() > MOST_PERMISSIONS) {
                throw new IllegalArgumentException("a role has at most " + MOST_PERMISSIONS + " permissions");
            }
        }
    }

    @Override
    public List<RoleRights> roles() {
        return roles.list().stream()
                .map(role -> new RoleRights(role.id(), role.title(), names(role)))
                .toList();
    }

    @Override
    public Optional<Set<String>> permissionsOf(String role) {
        return roles.find(role).map(found -> Set.copyOf(found.permissions()));
    }

    private Set<String> names(Role role) {
        return book.expand(role.permissions()).stream().map(Permission::name).collect(Collectors.toUnmodifiableSet());
    }

    List<Role> list() {
        return roles.list();
    }

    Role get(String id) {
        return roles.find(id).orElseThrow(() -> missing(id));
    }

    Role create(String id, Content content, Viewer author) {
        if (!ID.matcher(id).matches()) {
            throw new Fault(CoreError.BAD_REQUEST, "an id has 2..63 small letters, digits and dashes, a letter first");
        }
        requireCanPutIn(content.permissions(), author);
        try {
            return transactions.call(() -> {
                roles.insert(id, content.title(), content.permissions());
                return get(id);
            });
        } catch (DuplicateKeyException e) {
            throw new Fault(CoreError.CONFLICT, "the id " + id + " is or was that of another role", e);
        }
    }

    Role copy(String from, String id, Text title, Viewer author) {
        return create(id, new Content(title, Set.copyOf(get(from).permissions())), author);
    }

    Role change(String id, Content content, IfMatch ifMatch, Viewer author) {
        return transactions.call(() -> {
            Role before = own(id);
            ifMatch.require(before.version());
            Set<String> added = new HashSet<>(content.permissions());
            added.removeAll(before.permissions());
            requireCanPutIn(added, author);
            roles.update(id, content.title(), content.permissions());
            return get(id);
        });
    }

    void delete(String id) {
        transactions.run(() -> {
            Role role = own(id);
            if (role.accounts() > 0) {
                throw inUse(role);
            }
            roles.delete(id);
        });
    }

    private Role own(String id) {
        Role role = roles.lock(id).orElseThrow(() -> missing(id));
        if (role.origin() != Role.Origin.OWN) {
            throw new Fault(
                    CoreError.ROLE_READ_ONLY,
                    role.pack().map(pack -> "it is of the pack " + pack).orElse("it is built in")
                            + "; copy it and change the copy");
        }
        return role;
    }

    private FaultyInput inUse(Role role) {
        List<PlacedFault> holders = roles.holders(role.id(), MOST_NAMED).stream()
                .map(name -> new PlacedFault(name, Text.of("账号 " + name + " 持有该角色", name + " holds it")))
                .toList();
        return new FaultyInput(CoreError.ROLE_IN_USE, role.accounts() + " accounts hold " + role.id(), holders);
    }

    private void requireCanPutIn(Set<String> patterns, Viewer author) {
        List<PlacedFault> faults = new ArrayList<>();
        for (String pattern : patterns) {
            if (!book.knows(pattern)) {
                faults.add(new PlacedFault("/permissions/" + pattern, unknown(pattern)));
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultyInput(CoreError.BAD_REQUEST, "unknown permissions", faults);
        }
        for (Permission permission : book.expand(patterns)) {
            author.require(permission.name());
            // Whoever holds the role somewhere gets it there, so the author must hold it in every area.
            if (!author.scope(permission.name()).areaPaths().contains(Viewer.WHOLE_CITY)) {
                throw new Fault(
                        CoreError.FORBIDDEN, "you hold the right " + permission.name() + " for a smaller part only");
            }
        }
    }

    private Text unknown(String permission) {
        return Nearest.of(permission, book.names())
                .map(near -> Text.of(
                        "没有权限 " + permission + "，是否为 " + near + "？",
                        "no permission " + permission + "; did you mean " + near + "?"))
                .orElseGet(() -> Text.of("没有权限 " + permission, "no permission " + permission));
    }

    private static Fault missing(String id) {
        return new Fault(CoreError.NOT_FOUND, "there is no role " + id);
    }
}
