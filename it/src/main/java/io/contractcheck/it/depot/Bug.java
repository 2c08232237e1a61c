package io.contractcheck.it.depot;

/** What is wrong with the depot service, all at once. An answer names in its header {@code X-Bug} those that made it. */
public enum Bug {
    /** Sorting by weight fails where an item has none; the message has an object's hash. */
    SORT_BY_WEIGHT("GET /items", "not_a_server_error"),
    /** The last page size of all fails, with another message and a trace identifier. */
    LAST_PAGE("GET /items", "not_a_server_error"),
    /** A limit that is no 32-bit number fails, without a word. */
    LIMIT_NO_NUMBER("GET /items", "not_a_server_error"),
    /** A limit below 1 fails in the database, without a word. */
    LIMIT_BELOW_ONE("GET /items", "not_a_server_error"),
    /** An offset of more than 32 bits fails, without a word. */
    LARGE_OFFSET("GET /items", "not_a_server_error"),
    /** A search for what is not Latin-1 fails, without a word. */
    UNICODE_SEARCH("GET /items", "not_a_server_error"),
    /** A search leaves out the required header X-Total-Count. */
    NO_TOTAL("GET /items", "response_headers_conformance"),
    /** OPTIONS names PURGE, which is not there. */
    ALLOWS_PURGE("GET /items", "allow_header_conformance"),
    /** An empty list of tags fails; the answer is a stack trace. */
    EMPTY_TAGS("POST /items", "not_a_server_error"),
    /** An item without the optional weight fails; the answer is a web server's error page. */
    NO_WEIGHT("POST /items", "not_a_server_error"),
    /** What is no JSON fails; the message is the reader's and tells of each text something else. */
    NO_JSON("POST /items", "not_a_server_error"),
    /** A body of another media type fails. */
    FOREIGN_TYPE("POST /items", "not_a_server_error"),
    /** A name that is taken is answered 409, which is not documented. */
    NAME_TAKEN("POST /items", "status_code_conformance"),
    /** A category that is closed is answered 409 too, for another reason. */
    CATEGORY_CLOSED("POST /items", "status_code_conformance"),
    /** Names are taken however long. */
    LONG_NAME("POST /items", "negative_data_rejection"),
    /** Any text is a category. */
    ANY_CATEGORY("POST /items", "negative_data_rejection"),
    /** More than 1000 kg are refused, though 5000 are allowed. */
    HEAVY("POST /items", "positive_data_acceptance"),
    /** Codes in lower case are refused, without a word. */
    LOWER_CASE_CODE("POST /items", "positive_data_acceptance"),
    /** The weight is a text. */
    WEIGHT_AS_TEXT("GET /items/{id}", "response_schema_conformance", "/weight"),
    /** The unit is none of those documented. */
    UNIT_INCH("GET /items/{id}", "response_schema_conformance", "/size/unit"),
    /** What is said of an item that is not there lacks the required title. */
    NO_TITLE("GET /items/{id}", "response_schema_conformance", "title"),
    /** HEAD is not allowed. */
    HEAD_REFUSED("GET /items/{id}", "head_conformance"),
    /** PATCH is served, though not documented. */
    PATCH_SERVED("GET /items/{id}", "unsupported_method"),
    /** An item that is not there is told of in plain text, and JSON is documented. */
    PLAIN_404("PUT /items/{id}", "content_type_conformance"),
    /** Nobody is asked for the key that deleting needs. */
    NO_KEY("DELETE /items/{id}", "ignored_auth"),
    /** A whole leap year takes long. */
    SLOW_YEAR("GET /report", "max_response_time"),
    /** A parameter that is there twice fails. */
    TWICE("GET /report", "not_a_server_error"),
    /** A parameter that nobody knows fails, with an empty answer. */
    UNKNOWN_PARAMETER("GET /report", "not_a_server_error"),
    /** A number of milliseconds comes with its unit. */
    GENERATED_IN("GET /report", "response_headers_conformance"),
    /** The required header X-Client may be missing. */
    NO_CLIENT("GET /report", "missing_required_header"),
    /** A year without data is answered 404, which is not documented. */
    NO_DATA("GET /report/{year}", "status_code_conformance"),
    /** A year before the first is not routed, and answered 404 by something else. */
    NOT_ROUTED("GET /report/{year}", "status_code_conformance");

    private final String operation;
    private final String check;
    private final String word;

    Bug(String operation, String check) {
        this(operation, check, "");
    }

    Bug(String operation, String check, String word) {
        this.operation = operation;
        this.check = check;
        this.word = word;
    }

    /** The label of the one operation that has it. */
    public String operation() {
        return operation;
    }

    /** The name of the one check that must speak of it. */
    public String check() {
        return check;
    }

    /** What must stand in the cause, where one answer has several bugs for one check; otherwise empty. */
    public String word() {
        return word;
    }
}
