"""Finding the clause that answers: embedding model, FAISS, BM25, their fusion, the index on disk.

Nothing is imported here, because training needs torch and searching must start fast.
"""
