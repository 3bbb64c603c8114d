package org.chengshu.app.node;

/** The administrator that an empty platform starts with; the password is shown once and kept nowhere. */
public record FirstPassword(String name, String password) {
    @Override
    public String toString() {
        return "FirstPassword[" + name + "]";
    }
}
