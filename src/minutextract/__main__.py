"""`python -m minutextract` is the same as `minutextract`."""

from minutextract.cli.main import app

if __name__ == "__main__":
    app(prog_name="minutextract")
