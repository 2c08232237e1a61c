package io.contractcheck.it;

/** What can be wrong with the note service; each is spoken of by exactly one check. */
public enum Fault {
    /** Nothing is wrong. */
    NONE(""),
    /** Listing 50 notes or more fails. */
    SERVER_ERROR("not_a_server_error"),
    /** Creating answers 202, and only 201 and 400 are documented. */
    UNDOCUMENTED_STATUS("status_code_conformance"),
    /** Listing answers HTML, and JSON is documented. */
    WRONG_CONTENT_TYPE("content_type_conformance"),
    /** Listing leaves out the required header X-Total-Count. */
    MISSING_HEADER("response_headers_conformance"),
    /** The header X-Total-Count is no number. */
    MALFORMED_HEADER("response_headers_conformance"),
    /** A note comes without its required title. */
    MISSING_PROPERTY("response_schema_conformance"),
    /** The body is cut off. */
    MALFORMED_BODY("response_schema_conformance"),
    /** Titles of more than 20 characters are refused, and 80 are documented. */
    REFUSES_VALID("positive_data_acceptance"),
    /** Any JSON makes a note. */
    ACCEPTS_INVALID("negative_data_rejection"),
    /** A note is given without the required header X-Client. */
    IGNORES_MISSING_HEADER("missing_required_header"),
    /** Methods that are not documented are answered as GET is. */
    ANY_METHOD("unsupported_method"),
    /** OPTIONS names DELETE alone, which is not there. */
    WRONG_ALLOW("allow_header_conformance"),
    /** HEAD is not allowed. */
    HEAD_REFUSED("head_conformance"),
    /** Listing takes longer than is allowed. */
    SLOW("max_response_time");

    private final String check;

    Fault(String check) {
        this.check = check;
    }

    /** The name of the check that must speak; empty if none must. */
    public String check() {
        return check;
    }
}
