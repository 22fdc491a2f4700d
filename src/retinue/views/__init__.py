"""What a person sees of a record: the terminal dossier, its trace, and the HTML page.

Presentation only: everything shown stands in the record already.
"""
