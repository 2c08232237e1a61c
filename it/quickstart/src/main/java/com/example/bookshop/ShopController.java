package com.example.bookshop;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "shop")
@RestController
class ShopController {
    /** The shop itself. */
    record Shop(@NotNull String name, @NotNull Boolean open) {}

    /** PLANTED FAULT 6, a wrong content type: the body is JSON, but it is sent as plain text. */
    @Operation(summary = "Tell whether the shop is open")
    @ApiResponse(
            responseCode = "200",
            description = "The shop.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Shop.class)))
    @GetMapping("/shop")
    ResponseEntity<String> readShop() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body("{\"name\": \"The book shop\", \"open\": true}");
    }
}
