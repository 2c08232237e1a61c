package io.contractcheck.auth;

import io.contractcheck.openapi.ParameterLocation;

/**
 * Where a credential travels.
 *
 * @param in header, query or cookie
 * @param name of the header, query parameter or cookie
 * @param template its value, in which {@code {token}} stands for the credential, as {@code Bearer {token}}
 */
public record Placement(ParameterLocation in, String name, String template) {
    /** What stands for the credential in a template. */
    public static final String TOKEN = "{token}";

    /** {@code Authorization: Bearer}, RFC 6750. */
    public static final Placement BEARER = new Placement(ParameterLocation.HEADER, "Authorization", "Bearer " + TOKEN);

    /** {@code Authorization: Basic}, RFC 7617. */
    public static final Placement BASIC = new Placement(ParameterLocation.HEADER, "Authorization", "Basic " + TOKEN);
}
