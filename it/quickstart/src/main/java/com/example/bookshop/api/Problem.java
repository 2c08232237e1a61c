package com.example.bookshop.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** How a {@link org.springframework.http.ProblemDetail} looks on the wire (RFC 9457). */
@Schema(description = "Why a request was not fulfilled (RFC 9457).")
record Problem(
        @Schema(format = "uri-reference") String type,
        @NotNull String title,
        @NotNull Integer status,
        String detail,
        @Schema(format = "uri-reference") String instance) {}
