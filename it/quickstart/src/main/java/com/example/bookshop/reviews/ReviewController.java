package com.example.bookshop.reviews;

import com.example.bookshop.api.NotFound;
import com.example.bookshop.api.NotFoundDocumented;
import com.example.bookshop.api.Refused;
import com.example.bookshop.books.Books;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "reviews")
@RestController
class ReviewController {
    private static final String EXAMPLE = """
            {"reader": "Ada", "rating": 5, "text": "I could not put it down."}
            """;

    private final Reviews reviews;
    private final Books books;

    ReviewController(Reviews reviews, Books books) {
        this.reviews = reviews;
        this.books = books;
    }

    @Operation(summary = "List what readers think of a book")
    @ApiResponse(responseCode = "200", description = "One page of the reviews.")
    @NotFoundDocumented
    @GetMapping(path = "/books/{bookId}/reviews", produces = "application/json")
    List<ReviewDetails> listReviews(
            @Parameter(example = "b0000000-0000-4000-8000-000000000001") @PathVariable UUID bookId,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        mustExist(bookId);
        return reviews.findByBookId(bookId, PageRequest.of(page, size, Sort.by("id"))).stream()
                .map(Review::details)
                .toList();
    }

    /**
     * PLANTED FAULT 5, a valid request refused: the document allows ratings from 1 to 10. This check is left from the
     * time of the five stars.
     */
    @Operation(
            summary = "Review a book",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples = @ExampleObject(name = "praise", value = EXAMPLE))))
    @ApiResponse(responseCode = "201", description = "The review as the shop keeps it.")
    @NotFoundDocumented
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(path = "/books/{bookId}/reviews", consumes = "application/json", produces = "application/json")
    ReviewDetails reviewBook(
            @Parameter(example = "b0000000-0000-4000-8000-000000000001") @PathVariable UUID bookId,
            @RequestBody @Valid ReviewData data) {
        if (data.rating() > 5) {
            throw new Refused("A rating has at most 5 stars.");
        }
        mustExist(bookId);
        return reviews.save(new Review(bookId, data)).details();
    }

    @Operation(summary = "Delete a review")
    @ApiResponse(responseCode = "204", description = "The review is gone.")
    @NotFoundDocumented
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/reviews/{reviewId}")
    void deleteReview(@Parameter(example = "e0000000-0000-4000-8000-000000000001") @PathVariable UUID reviewId) {
        reviews.delete(reviews.findById(reviewId).orElseThrow(() -> new NotFound("review", reviewId)));
    }

    private void mustExist(UUID bookId) {
        if (!books.existsById(bookId)) {
            throw new NotFound("book", bookId);
        }
    }
}
