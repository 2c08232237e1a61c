package io.contractcheck.auth;

/** Names of the shell variables that stand for secrets. */
final class Variables {
    private Variables() {}

    /** Nothing for the first credential of the first user, which most runs have alone; for others what tells them apart. */
    static String suffix(AuthSettings settings, AuthSettings.User user, AuthSettings.Credential credential) {
        int number = user.credentials().indexOf(credential);
        String who = settings.users().indexOf(user) == 0 ? "" : "_" + user.name();
        return number <= 0 ? who : who + "_" + credential.scheme().orElse(Integer.toString(number + 1));
    }
}
